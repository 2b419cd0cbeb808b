import ArgumentParser
import Candidates

/// Where candidates come from.
struct CandidateSourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Every metro and railway station, and a lattice within so many metres; 0 for the stations alone.",
      valueName: "meters"))
  var nearStations: Double?

  @Option(
    help: ArgumentHelp(
      "Every exit of the R0, of the built-in roads, and a lattice as for stations.",
      valueName: "meters"))
  var nearRingExits: Double?

  @Flag(help: "The business areas around Brussels Airport, Sites/airport-quarters.csv.")
  var airport = false

  @Flag(help: "A lattice in the second ring of Brussels.")
  var secondRing = false

  @Option(
    help: ArgumentHelp("A lattice of so many metres in --area, of any city.", valueName: "meters"))
  var grid: Double?

  @Option(help: "A GeoJSON or TopoJSON file of areas, for --grid and --within-km.")
  var area: String?

  @Option(
    help: ArgumentHelp(
      "Your own points (columns id, lat, lon and, if known, name, operator).", valueName: "c.csv"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Between points of lattices (default: around a place its radius, in the second ring 500).",
      valueName: "meters"))
  var spacing: Double?

  @Option(
    help: ArgumentHelp(
      """
      Only stations, exits, quarters and own points within so many kilometres of the Brussels Region, \
      or of --area (default: no limit).
      """, valueName: "km"))
  var withinKm: Double?

  @Option(
    help: ArgumentHelp(
      "Of two candidates nearer than this on foot one is dropped (default: 200; 0 drops none).",
      valueName: "meters"))
  var apart: Double = 200

  func validate() throws {
    guard
      nearStations != nil || nearRingExits != nil || airport || secondRing || grid != nil
        || from != nil
    else {
      throw ValidationError(
        "give at least one of --near-stations, --near-ring-exits, --airport, --second-ring, --grid "
          + "and --from")
    }
    let bounds: [(name: String, value: Double?, range: ClosedRange<Double>)] = [
      ("--near-stations", nearStations, 0...20_000),
      ("--near-ring-exits", nearRingExits, 0...20_000), ("--grid", grid, 10...50_000),
      ("--spacing", spacing, 10...50_000), ("--within-km", withinKm, 0...1_000),
      ("--apart", apart, 0...5_000),
    ]
    for (name, value, range) in bounds {
      guard let value else { continue }
      guard range.contains(value) else {
        throw ValidationError(
          "\(name) must lie in \(Int(range.lowerBound)) to \(Int(range.upperBound))")
      }
    }
    guard grid == nil || area != nil else { throw ValidationError("--grid goes with --area") }
    guard area == nil || grid != nil || withinKm != nil else {
      throw ValidationError("--area goes with --grid or --within-km")
    }
    guard spacing == nil || usesSpacing else {
      throw ValidationError(
        "--spacing goes with --near-stations, --near-ring-exits, --airport or --second-ring; with "
          + "--grid it is the grid itself")
    }
  }

  private var usesSpacing: Bool {
    nearStations ?? 0 > 0 || nearRingExits ?? 0 > 0 || airport || secondRing
  }

  /// Of the second ring.
  var areaSpacing: Double { spacing ?? 500 }
}

/// What candidates are described by.
struct CandidateNearOptions: ParsableArguments {
  @Option(
    help: """
      A street file made by 'antenne streets', for walks. Without it they are straight lines × 1.3.
      """)
  var streets: String?

  @Option(
    help: """
      Where cars drive to exits: 'principal', the built-in roads, or a street file (default: \
      --streets, else principal).
      """)
  var roads: String?

  @Option(
    help:
      "Which lines have their own right of way, as GTFS/line-attributes.csv (default: built in).")
  var lineAttributes: String?

  @Option(help: "Municipalities as TopoJSON or GeoJSON areas.")
  var municipalities: String?

  @Option(help: "The property of --municipalities with the NIS code (default: AdMuKey).")
  var nisProperty: String?

  @Option(
    help: "People who board at railway stations (columns URI, name, average_weekday_embarkments).")
  var boardings: String?

  func validate() throws {
    guard nisProperty == nil || municipalities != nil else {
      throw ValidationError("--nis-property goes with --municipalities")
    }
  }
}
