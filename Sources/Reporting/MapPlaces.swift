import Geography
import Impact

/// The places of the map: municipalities where their areas are known, else homes.
struct MapPlaces {
  let all: [MapChart.Place]
  let hasAreas: Bool

  init(_ result: RunResult) {
    let areas = Dictionary(
      result.boundaries.map { ($0.id, $0.polygons) }, uniquingKeysWith: { first, _ in first })
    let homes = Dictionary(grouping: result.origins, by: \.municipality)
    let municipalities = result.municipalities.filter { !$0.nis.isEmpty && areas[$0.nis] != nil }
    hasAreas = !municipalities.isEmpty
    guard hasAreas else {
      all = MapPlaces.homes(result.origins)
      return
    }
    let drawn = Set(municipalities.map(\.nis))
    all =
      municipalities.map { municipality in
        MapChart.Place(
          name: municipality.name,
          coordinate: MapPlaces.center(homes[municipality.nis] ?? []),
          area: areas[municipality.nis], people: municipality.people,
          savedMinutes: MapPlaces.savedMinutes(municipality))
      } + MapPlaces.homes(result.origins.filter { !drawn.contains($0.municipality) })
  }

  /// Over all who are compared, so that an area is dark only where its people gain on the whole.
  private static func savedMinutes(_ municipality: RunResult.MunicipalityResult) -> Double? {
    guard let central = municipality.central.oneWay, let best = municipality.best.oneWay,
      (central - best).isFinite
    else { return nil }
    return (central - best) / 60
  }

  /// Homes of a municipality as one place; of no known one, in cells of about two kilometres, so
  /// that a report never shows where one person lives.
  private static func homes(_ origins: [RunResult.OriginResult]) -> [MapChart.Place] {
    let groups = Dictionary(grouping: origins.filter { $0.coordinate.isValid }) { origin in
      guard origin.municipality.isEmpty else { return origin.municipality }
      let row = Int((origin.coordinate.latitude / 0.02).rounded(.down))
      return "cell \(row) \(Int((origin.coordinate.longitude / 0.03).rounded(.down)))"
    }
    return groups.sorted { $0.key < $1.key }.map { _, group in
      let compared = group.filter { $0.savedSecondsOneWay?.isFinite == true }
      let people = compared.reduce(0) { $0 + $1.people }
      let saved = compared.reduce(0) { $0 + $1.people * ($1.savedSecondsOneWay ?? 0) }
      return MapChart.Place(
        name: group.first?.municipalityName ?? "", coordinate: center(group), area: nil,
        people: group.reduce(0) { $0 + $1.people },
        savedMinutes: people > 0 ? saved / people / 60 : nil)
    }
  }

  private static func center(_ origins: [RunResult.OriginResult]) -> Coordinate? {
    let people = origins.reduce(0) { $0 + $1.people }
    guard people > 0 else { return origins.first?.coordinate }
    return Coordinate(
      latitude: origins.reduce(0) { $0 + $1.people * $1.coordinate.latitude } / people,
      longitude: origins.reduce(0) { $0 + $1.people * $1.coordinate.longitude } / people)
  }
}
