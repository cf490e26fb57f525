"""A case as bytes for other programs: one table of exporters, each a pure function."""

from collections.abc import Mapping

from . import csv, geojson, gexf, graphml, json, prov
from .exporter import Exporter

EXPORTERS: Mapping[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        json.EXPORTER,
        csv.EXPORTER,
        geojson.EXPORTER,
        prov.EXPORTER,
        gexf.EXPORTER,
        graphml.EXPORTER,
    )
}

__all__ = ["EXPORTERS", "Exporter"]
