"""How far the places of a country or state lie apart."""

import math

Row = dict[str, object]


def distance(a: Row, b: Row) -> float:
    """Return kilometres between two rows on a sphere."""
    lat_a, lon_a, lat_b, lon_b = (
        math.radians(float(r[k])) for r in (a, b) for k in ("lat", "lon")  # type: ignore[arg-type]
    )  # fmt: skip
    h = (
        math.sin((lat_b - lat_a) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    )
    return 12742 * math.asin(math.sqrt(h))


def extent(rows: list[Row]) -> tuple[float, float, float]:
    """Return the middle of the rows and the radius that holds nine tenths of them."""
    lat = sum(float(r["lat"]) for r in rows) / len(rows)  # type: ignore[arg-type]
    lon = sum(float(r["lon"]) for r in rows) / len(rows)  # type: ignore[arg-type]
    far = sorted(distance({"lat": lat, "lon": lon}, r) for r in rows)
    return lat, lon, max(10.0, far[int(len(far) * 0.9)] if len(far) > 1 else 10.0)
