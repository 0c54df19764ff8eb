"""Write the parts of a package as a CycloneDX SBOM: `python -m tools.sbom dist/riskdesk dist`."""

import datetime
import sys
import uuid
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from riskdesk import __version__
from riskdesk.desk.licences import LicensedPart
from tools import archive, licences, times

_LICENCES = LicenseFactory()


def bill(of: list[LicensedPart]) -> Bom:
    """Riskdesk and its parts; the same parts at the same time make the same bill."""
    riskdesk = Component(
        type=ComponentType.APPLICATION,
        name="riskdesk",
        version=__version__,
        bom_ref="riskdesk",
        licenses=[_LICENCES.make_from_string("Apache-2.0")],
    )
    bom = Bom(components=map(_component, of))
    bom.metadata.component = riskdesk
    bom.metadata.timestamp = datetime.datetime.fromtimestamp(times.of_source(), datetime.UTC)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, "\n".join([__version__, *(part.address for part in of)]))
    bom.register_dependency(riskdesk, bom.components)
    return bom


def write(of: list[LicensedPart], out: Path, name: str = archive.NAME) -> None:
    """Write the bill as JSON into the folder `out`, called like the package."""
    (out / f"{name}.cdx.json").write_text(JsonV1Dot6(bill(of)).output_as_string(indent=1), encoding="utf-8")


def _component(of: LicensedPart) -> Component:
    sources = [ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(of.source))]
    return Component(
        type=ComponentType.LIBRARY,
        name=of.name,
        version=of.version or None,
        bom_ref=of.address,
        purl=PackageURL.from_string(of.address),
        licenses=[_LICENCES.make_from_string(of.licence)],
        external_references=sources if of.source.startswith("https:") else (),
    )


if __name__ == "__main__":
    write(licences.bundled(Path(sys.argv[1])), Path(sys.argv[2]))
