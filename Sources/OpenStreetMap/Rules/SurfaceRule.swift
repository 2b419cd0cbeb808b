import StreetRouting

/// How surface, smoothness and track type slow cars and bicycles.
///
/// Caps for cars are those of OSRM's car profile (`surface_speeds`, `tracktype_speeds`,
/// `smoothness_speeds`). Shares for bicycles are GraphHopper's speeds (`BikeCommonAverageSpeedParser`)
/// against its 18 km/h on asphalt, and its factors for smoothness; the slower of surface and track
/// type counts. On steps one walks at half the speed: 0.61 m/s up and 0.69 down against 1.34 on the
/// level (Weidmann, Transporttechnik der Fussgänger, 1993).
///
/// Source of the values: OpenStreetMap wiki, `Key:surface`, `Key:smoothness`, `Key:tracktype`.
enum SurfaceRule {
  static let stepsFootPercent: UInt8 = 50

  /// km/h, or `nil` where nothing caps.
  static func carCap(_ tags: OSMTags) -> Double? {
    [
      tags["surface"].flatMap { carSurfaces[$0] },
      tags["smoothness"].flatMap { carSmoothness[$0] },
      tags["tracktype"].flatMap { carTracks[$0] },
    ].compactMap { $0 }.min()
  }

  /// Whether no car passes at all.
  static func isImpassableByCar(_ tags: OSMTags) -> Bool {
    tags["smoothness"] == "impassable"
  }

  /// At least 10.
  static func bicyclePercent(_ tags: OSMTags) -> UInt8 {
    let surface = tags["surface"].flatMap { bicycleSurfaces[$0] }
    let track = tags["tracktype"].flatMap { bicycleTracks[$0] }
    let percent = [surface, track].compactMap { $0 }.min() ?? 100
    let smoothness = tags["smoothness"].flatMap { bicycleSmoothness[$0] } ?? 100
    return UInt8(max(10, percent * smoothness / 100))
  }

  private static let carSurfaces: [String: Double] = [
    "cement": 80, "compacted": 80, "fine_gravel": 80, "paving_stones": 60, "metal": 60,
    "bricks": 60, "grass": 40, "wood": 40, "sett": 40, "grass_paver": 40, "gravel": 40,
    "unpaved": 40, "ground": 40, "dirt": 40, "pebblestone": 40, "tartan": 40, "cobblestone": 30,
    "unhewn_cobblestone": 30, "clay": 30, "earth": 20, "stone": 20, "rocky": 20, "rock": 20,
    "sand": 20, "mud": 10,
  ]

  private static let carSmoothness: [String: Double] = [
    "intermediate": 80, "bad": 40, "very_bad": 20, "horrible": 10, "very_horrible": 5,
  ]

  private static let carTracks: [String: Double] = [
    "grade1": 60, "grade2": 40, "grade3": 30, "grade4": 25, "grade5": 20,
  ]

  /// Per cent: km/h of the source against 18.
  private static let bicycleSurfaces: [String: Int] = [
    "concrete:lanes": 89, "concrete:plates": 89, "paving_stones": 89, "bricks": 89,
    "compacted": 78, "fine_gravel": 78, "pebblestone": 78, "gravel": 67, "unpaved": 67,
    "sett": 56, "dirt": 56, "earth": 56, "ground": 56, "metal": 56, "mud": 56,
    "cobblestone": 44, "unhewn_cobblestone": 44, "grass": 44, "grass_paver": 44,
    "sand": 22, "salt": 22, "wood": 22, "ice": 11,
  ]

  private static let bicycleTracks: [String: Int] = [
    "grade1": 100, "grade2": 67, "grade3": 44, "grade4": 33, "grade5": 22,
  ]

  private static let bicycleSmoothness: [String: Int] = [
    "intermediate": 90, "bad": 70, "very_bad": 40, "horrible": 30, "very_horrible": 10,
    "impassable": 10,
  ]
}
