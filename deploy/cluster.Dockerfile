# The portal's image and Ray, for `python -m models.serve`. `portal` is that image: compose.yaml gives it by this name.
# hadolint ignore=DL3006
FROM portal

USER 0
COPY requirements-dev.lock /tmp/
# Ray and what it needs, at the versions and with the hashes that the tests ran with
RUN uv pip install --system --no-cache --constraint /tmp/requirements-dev.lock "ray[serve,data]"
USER 1000

ENV RAY_USAGE_STATS_ENABLED=0
EXPOSE 8100
HEALTHCHECK --interval=30s --timeout=5s --start-period=300s --retries=3 \
  CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8100), 4).close()"]
CMD ["python", "-m", "models.serve"]
