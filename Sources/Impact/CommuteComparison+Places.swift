import Findings
import Geography
import Routing
import Scenarios
import TransitRouting

extension CommuteComparison {
  /// One row for each municipality, most people first.
  func municipalityResults(
    _ origins: [RunResult.OriginResult]
  ) -> [RunResult.MunicipalityResult] {
    Dictionary(grouping: origins) { $0.municipality.isEmpty ? $0.name : $0.municipality }
      .map { municipalityResult($0.value) }
      .sorted { ($1.people, $0.nis, $0.name) < ($0.people, $1.nis, $1.name) }
  }

  private func municipalityResult(
    _ origins: [RunResult.OriginResult]
  ) -> RunResult.MunicipalityResult {
    let compared = origins.filter { $0.savedSecondsOneWay != nil }
    let gaining = origins.filter { $0.outcome == .gains }
    let hours = gaining.reduce(0) { $0 + $1.hoursPerDay }
    let bySite = Dictionary(grouping: gaining) { $0.bestSite ?? "" }
      .map { (site: $0.key, people: $0.value.people { _ in true }) }
      .sorted { ($1.people, $0.site) < ($0.people, $1.site) }
    return RunResult.MunicipalityResult(
      nis: origins.first?.municipality ?? "", name: origins.first?.municipalityName ?? "",
      people: origins.people { _ in true }, peopleGaining: gaining.people { _ in true },
      peopleLosing: origins.people { $0.outcome == .loses },
      peopleNotCompared: origins.people { $0.savedSecondsOneWay == nil },
      central: WeightedMean.commute(compared.map { ($0.people, $0.central) }),
      best: WeightedMean.commute(
        compared.compactMap { origin in origin.best.map { (origin.people, $0) } }),
      savedSecondsOneWay: WeightedMean.of(gaining) { $0.savedSecondsOneWay },
      hoursSavedPerDay: hours, hoursSavedPerYear: perYear(hours), topSite: bySite.first?.site)
  }

  /// Where the hours are saved: a site in the centre, beside a main station, saves some too, which
  /// says nothing of decentralised ones.
  func zoneNotes(_ sites: [RunResult.SiteResult]) -> [Finding] {
    let total = sites.reduce(0) { $0 + $1.hoursSavedPerDay }
    guard total > 0, sites.contains(where: { !$0.zone.isEmpty }) else { return [] }
    let shares = Dictionary(grouping: sites) { $0.zone.isEmpty ? "unknown" : $0.zone }
      .map { zone, sites in
        (zone: zone, percent: sites.reduce(0) { $0 + $1.hoursSavedPerDay } / total * 100)
      }
      .sorted { ($1.percent, $0.zone) < ($0.percent, $1.zone) }
      .map { "\($0.zone) \(Int($0.percent.rounded())) %" }
    return [
      Finding(
        "savings_by_zone", .info, file: scenario.file,
        message: "the hours saved, by the zone of the site: \(shares.joined(separator: ", "))")
    ]
  }

  /// The areas of municipalities where people live, and the Region's border; to about 10 m.
  func boundaries() -> [RunResult.Boundary] {
    let inhabited = Set(scenario.demand.origins.map(\.municipality))
    return scenario.areas.filter { $0.id == "region" || inhabited.contains($0.id) }.map { area in
      RunResult.Boundary(
        id: area.id,
        polygons: area.geometry.polygons.map { $0.map { $0.map(Self.rounded) } })
    }
  }

  private static func rounded(_ place: Coordinate) -> Coordinate {
    Coordinate(
      latitude: (place.latitude * 10_000).rounded() / 10_000,
      longitude: (place.longitude * 10_000).rounded() / 10_000)
  }
}
