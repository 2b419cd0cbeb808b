import Geography
import Impact
import Reporting
import Scenarios
import SiteBatch

extension CandidateRun {
  /// How many of a ranking carry their number on a map.
  private static let numberedCount = 10

  /// The first of a ranking on a map, among all others.
  func map(of ranking: SiteRanking) -> String {
    let places = ranking.rows.map { place($0.site, $0.result.hoursSavedPerYear) }
    return map(
      "The first \(min(places.count, Self.numberedCount)) of \(places.count) candidates",
      first: places.prefix(Self.numberedCount), others: places.dropFirst(Self.numberedCount))
  }

  /// The sites that are best together, among all others.
  func map(of network: SiteNetwork) -> String {
    let chosen = network.rows
    let ids = Set(chosen.map(\.site.id))
    let others = network.members.map(\.row).filter { !ids.contains($0.site.id) }
    return map(
      "The best \(chosen.count) of \(network.members.count) sites together",
      first: chosen.map { place($0.site, $0.hoursSavedPerYearAlone) }[...],
      others: others.map { place($0.site, $0.result.hoursSavedPerYear) }[...])
  }

  private func place(_ site: BatchRow.Candidate, _ hours: Double) -> CandidateMap.Place {
    CandidateMap.Place(
      name: site.name.isEmpty ? site.id : site.name, coordinate: site.coordinate,
      hoursSavedPerYear: hours)
  }

  private func map(
    _ title: String, first: ArraySlice<CandidateMap.Place>, others: ArraySlice<CandidateMap.Place>
  ) -> String {
    func polygons(_ isWanted: (String) -> Bool) -> [[[Coordinate]]] {
      scenario.areas.filter { isWanted($0.id) }.flatMap(\.geometry.polygons)
    }
    return CandidateMap(
      title: "\(title): \(scenario.name)", first: Array(first), others: Array(others),
      offices: scenario.offices.map { ($0.name, $0.coordinate) },
      region: polygons { $0 == "region" }, municipalities: polygons { $0 != "region" }
    ).svg
  }
}
