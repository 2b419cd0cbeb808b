import Findings

extension Rule {
  static let fileTooLarge = Rule(
    "file_too_large", .error, in: "locations.geojson",
    "the zones of a feed, which are read at once, have at most 8 MiB",
    mend: "simplify the polygons")
}
