"""Packages for Linux, made of what PyInstaller leaves in dist/riskdesk: a .deb and a .tar.gz."""
