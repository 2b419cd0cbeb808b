import Findings

extension Rule {
  static let invalidGeoJSON = Rule(
    "invalid_geojson", .warning, in: "locations.geojson",
    "the file is a GeoJSON feature collection (RFC 7946)",
    found: "the file is not a GeoJSON feature collection and is not read",
    mend: "write a FeatureCollection")
}
