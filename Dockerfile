# The portal as a container: a Hugging Face Docker Space, deploy/compose.yaml, or any Docker host. GPU wheels come from
# PyPI with their CUDA libraries; the host brings the driver alone. No build mounts: not every host's builder has them.
FROM python:3.11-slim-bookworm

COPY packages.txt /tmp/
# no versions in there: Debian's release is the pin, and its security fixes are wanted
RUN apt-get update \
 && xargs --arg-file=/tmp/packages.txt apt-get install --yes --no-install-recommends \
 && rm -rf /var/lib/apt/lists/*

COPY requirements.lock /tmp/
RUN pip install --no-cache-dir uv==0.13.9 \
 && uv pip install --system --no-cache --compile-bytecode --require-hashes --requirement /tmp/requirements.lock

# what may be written: the user's home with the models, and /data for the history and for prices (mount a volume there)
RUN useradd --create-home --uid 1000 portal \
 && install --directory --owner=portal --group=portal /data /home/portal/huggingface
ENV HOME=/home/portal \
    HF_HOME=/home/portal/huggingface \
    HF_HUB_DISABLE_TELEMETRY=1 \
    PORTAL_DATA_FOLDER=/data \
    PORTAL_ENVIRONMENT=production \
    PORTAL_IN_CONTAINER=true \
    PYTHONUNBUFFERED=1 \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    STREAMLIT_SERVER_PORT=7860
WORKDIR /app

# Models of the Hub that are named here become part of the image, in layers that a change of the code leaves alone.
# A Space gives its variables as these arguments; without any, only the models that ship with the portal are used.
ARG PORTAL_ALLOW_HUB=false
ARG PORTAL_TEXT_MODEL PORTAL_TEXT_REVISION
ARG PORTAL_LEAF_MODEL PORTAL_LEAF_REVISION
ARG PORTAL_SENTIMENT_MODEL PORTAL_SENTIMENT_REVISION
ARG PORTAL_NAMES_MODEL PORTAL_NAMES_REVISION
ARG PORTAL_LANGUAGE_MODEL PORTAL_LANGUAGE_REVISION
ARG PORTAL_TRANSLATION_MODEL PORTAL_TRANSLATION_REVISION
COPY tools/__init__.py tools/errors.py tools/settings.py tools/
COPY models/__init__.py models/preload.py models/weights.py models/
USER 1000
RUN python -B -m models.preload --fetch

# the code stays root's: the portal can read it, not change it
USER 0
COPY . .
RUN python -m compileall -q models pages tools
USER 1000

EXPOSE 7860
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['STREAMLIT_SERVER_PORT'] + '/_stcore/health', timeout=4)"]
CMD ["python", "-m", "tools.start"]
