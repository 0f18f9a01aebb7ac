"""Resumes and a job description in; scored, ranked and explained candidates out."""
