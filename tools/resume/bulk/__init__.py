"""Thousands of resumes against one job, on a cluster of machines: `python -m tools.resume.bulk`.

Only `tools.resume.bulk.pipeline` needs ray (the optional extra `cluster`).
"""
