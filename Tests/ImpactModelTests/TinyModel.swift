import ImpactModel

/// A model of one mode: minutes one way between homes and workplaces, offices first.
struct TinyModel {
  var offices = [ModelOffice(id: "O", quarter: "Centre")]
  var sites: [ModelSite] = []
  /// `minutes[workplace][home]`; `nil` is out of reach.
  var minutes: [[Double?]]
  var groups: [PeopleGroup]
  var plan = WeekPlan(policy: DayCounts(office: 4, space: 1))
  var rules = WeekModel.Rules()

  /// 10 euro an hour, and nothing but time.
  static func mix(minutes: Double) -> TravelMix {
    var load = TripLoad()
    load.mainRoadKilometers = minutes
    return TravelMix(
      shares: [1], seconds: minutes * 60, costEuro: minutes / 6, inclusiveCostEuro: minutes / 6,
      moneyEuro: 0, load: load)
  }

  func model() -> WeekModel {
    WeekModel(
      offices: offices, sites: sites, groups: groups, plans: [plan],
      mixes: MixTable(
        homeCount: minutes[0].count,
        mixes: minutes.map { [$0.map { $0.map(Self.mix) }] }), rules: rules)
  }
}

func isClose(_ a: Double, _ b: Double, within tolerance: Double = 1e-9) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(a), abs(b))
}

func areClose(_ a: Weekdays, _ b: Weekdays) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1) }
}
