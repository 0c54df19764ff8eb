"""Whether a PDF is what it says it is, as page-validation judges: PDF/UA-1 and PDF/A-3a."""

import page

PROFILES = ("ua1", "3a")


def findings(data: bytes) -> list[str]:
    """What is wrong with a PDF, a sentence for each rule that it breaks."""
    return [
        f"{profile}: {failure}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(data, profile=profile, limits=page.SafetyLimits.unlimited()).failures
    ]
