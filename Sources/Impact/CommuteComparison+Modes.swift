import Routing
import Scenarios

extension CommuteComparison {
  /// Every mode by itself, and who is fastest to the office by it.
  func modeResults() -> [RunResult.ModeResult] {
    let comparisons = timesByMode.map { by($0) }
    let fastest = groups.map { group in
      let seconds = comparisons.map { $0.centralPair(group).bothWays }
      return seconds.compactMap { $0 }.min().flatMap { seconds.firstIndex(of: $0) }
    }
    return comparisons.enumerated().map { position, comparison in
      let origins = comparison.originResults()
      let count = comparison.times.straightLineCount
      let quickest = groups.indices.filter { fastest[$0] == position }
      return RunResult.ModeResult(
        mode: comparison.mode.rawValue, totals: comparison.totals(origins),
        peopleFastestToOffice: quickest.reduce(0) { $0 + groups[$1].people },
        pairs: count.pairs, pairsOnStraightLine: count.onStraightLine,
        origins: zip(groups, origins).map { comparison.modeOrigin($0, $1) })
    }
  }

  private func modeOrigin(
    _ group: Group, _ origin: RunResult.OriginResult
  ) -> RunResult.ModeOrigin {
    let site = origin.bestSite.flatMap { id in scenario.sites.firstIndex { $0.id == id } }
    let best = site.map { sitePair(group, $0) }
    return RunResult.ModeOrigin(
      id: origin.id, office: origin.office, centralSecondsOneWay: origin.central.oneWay,
      centralStation: station(centralPair(group)), bestSite: origin.bestSite,
      bestSecondsOneWay: origin.best?.oneWay, bestStation: best.flatMap { station($0) },
      usesStraightLine: centralPair(group).usesStraightLine || best?.usesStraightLine == true)
  }

  /// Where the vehicle is left.
  private func station(_ pair: CommuteTimes.Pair) -> String? {
    guard pair.facility >= 0 else { return nil }
    return times.parkAndRide?.facilities[Int(pair.facility)].name
  }
}
