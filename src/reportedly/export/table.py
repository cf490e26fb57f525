"""Every format a case can be written in, by its name."""

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
