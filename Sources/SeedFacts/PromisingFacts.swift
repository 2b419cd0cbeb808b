import Geography
import Impact
import ImpactModel
import Surroundings

/// Claim A5.3: the promising spaces are those near stations, at the exits of the R0 or in the second
/// ring. "Promising" is taken as the hours that a space would save as the only one.
struct PromisingFacts {
  /// Spaces that save most alone, of which the claim would have most.
  static let bestCount = 10

  private struct Space {
    var zone: String
    var rank: Uncertainty.SiteRank
    var stationMeters: Double
    var exitMeters: Double

    var isNearStation: Bool { stationMeters <= ProximityFacts.strategicMeters }
    var isNearExit: Bool { exitMeters <= ProximityFacts.strategicMeters }
    var isInSecondRing: Bool { zone == "second ring" }
    var isOutsideCentre: Bool { isInSecondRing || zone == "periphery" }
  }

  private let spaces: [Space]
  private let run: RunResult?

  init(_ run: RunResult?, _ surroundings: Surroundings) {
    self.run = run
    let sites = Dictionary((run?.sites ?? []).map { ($0.id, $0) }) { first, _ in first }
    spaces = (run?.uncertainty?.ranks ?? []).compactMap { rank in
      sites[rank.id].map { site in
        func meters(_ near: Surroundings.Near?) -> Double { near?.meters ?? .infinity }
        return Space(
          zone: site.zone, rank: rank,
          stationMeters: meters(surroundings.station(near: site.coordinate)),
          exitMeters: meters(surroundings.exit(of: "R0", near: site.coordinate)))
      }
    }
  }

  var facts: [Fact] {
    let within = "within \(Fact.number(ProximityFacts.strategicMeters)) m"
    return [
      outsideAmongBest,
      meanRank("near a metro or railway station", within) { $0.isNearStation },
      meanRank("near an exit of the R0", within) { $0.isNearExit },
      meanRank("in the second ring", "by the catalogue's zone") { $0.isInSecondRing },
      meanRank("outside the centre and near a station or an exit", within) {
        $0.isOutsideCentre && ($0.isNearStation || $0.isNearExit)
      },
    ]
  }

  private var outsideAmongBest: Fact {
    let outside = spaces.filter(\.isOutsideCentre)
    func count(_ rank: (Uncertainty.SiteRank) -> Int) -> Double {
      Double(outside.count { rank($0.rank) <= Self.bestCount })
    }
    let best = count(\.rank)
    return Fact(
      MobilityFacts.topic, "A5.3 spaces outside the centre among the ten that save most alone",
      claim: Claim(.moreThan, Double(Self.bestCount / 2)),
      ours: spaces.count > Self.bestCount
        ? Estimate(
          lowest: min(best, count(\.highRank)), best: best,
          highest: max(best, min(Double(Self.bestCount), count(\.lowRank)))) : nil,
      unit: "of \(Self.bestCount)", note: "second ring and periphery; " + note,
      source: MobilityFacts.source("A5.3"))
  }

  /// Ranks of what is promising would be better, so lower, than those in the middle of all.
  private func meanRank(_ what: String, _ how: String, _ isMember: (Space) -> Bool) -> Fact {
    let members = spaces.filter(isMember).map(\.rank)
    func mean(_ rank: (Uncertainty.SiteRank) -> Int) -> Double {
      Double(members.reduce(0) { $0 + rank($1) }) / Double(members.count)
    }
    // Without a member or without others there is nothing to compare.
    let isComparable = !members.isEmpty && members.count < spaces.count
    let best = isComparable ? mean(\.rank) : 0
    return Fact(
      MobilityFacts.topic, "A5.3 mean rank of the spaces \(what)",
      claim: Claim(.lessThan, Double(spaces.count + 1) / 2),
      ours: isComparable
        ? Estimate(
          lowest: min(best, mean(\.lowRank)), best: best, highest: max(best, mean(\.highRank)))
        : nil,
      unit: "of \(spaces.count)", decimals: 1,
      note: (spaces.isEmpty ? "" : "\(members.count) of \(spaces.count) spaces, \(how); ") + note,
      source: MobilityFacts.source("A5.3"))
  }

  private var note: String {
    "“promising” is taken as the hours that a space would save as the only one; "
      + MobilityFacts.note(run, "all-spaces")
  }
}
