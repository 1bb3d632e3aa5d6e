"""Tests of the Replicate adapter."""
