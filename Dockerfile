# The portal as a container: a Hugging Face Docker Space, or any Docker host. GPU wheels come from PyPI; the host brings the driver.
FROM python:3.11-slim

COPY packages.txt /tmp/packages.txt
# chromium and postgresql are for the tests alone
RUN apt-get update \
 && grep -vE 'chromium|postgresql' /tmp/packages.txt | xargs apt-get install -y --no-install-recommends \
 && rm -rf /var/lib/apt/lists/*

RUN pip install --no-cache-dir uv
WORKDIR /app
COPY requirements.lock .
RUN uv pip install --system --no-cache --compile-bytecode --require-hashes -r requirements.lock

RUN useradd --create-home --uid 1000 portal
# in production visitors sign in, or PORTAL_OPEN=true says that they need not
ENV HOME=/home/portal PYTHONUNBUFFERED=1 HF_HUB_DISABLE_TELEMETRY=1 PORTAL_ENVIRONMENT=production
# the code stays root's: the portal can read it, not change it
COPY . .
USER portal

EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:7860/_stcore/health', timeout=4)"
CMD ["python", "-m", "tools.start", "--server.port=7860", "--server.address=0.0.0.0"]
