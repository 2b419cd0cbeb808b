public import Geography

extension RunResult {
  /// The people of one home, whatever their office.
  public struct HomeResult: Sendable, Equatable {
    public var id: String
    public var name: String
    /// NIS code of the municipality, empty where it is unknown.
    public var municipality: String
    public var municipalityName: String
    public var coordinate: Coordinate
    public var placeBasis: String?
    public var people: Double
    public var peopleGaining: Double
    public var peopleLosing: Double
    /// People whose office or best site is unreachable.
    public var peopleNotCompared: Double
    /// Seconds, people-weighted means over those who are compared.
    public var central: Commute
    /// `nil` where its people have different ones, who may use the spaces of some operator only.
    public var bestSite: String?
    public var best: Commute
    /// Mean over those who are compared; negative is lost.
    public var savedSecondsOneWay: Double?
    public var hoursSavedPerDay: Double
    public var hoursSavedPerYear: Double
    /// Whether a way to an office or to the best site is the straight line, for want of a street;
    /// `nil` in results of a version that did not say.
    public var usesStraightLine: Bool?
  }

  /// One for each home, in the order of `origins`.
  public var homes: [HomeResult] {
    struct Key: Hashable {
      var id: String
      var coordinate: Coordinate
    }
    var order: [Key] = []
    var members: [Key: [Int]] = [:]
    for (position, origin) in origins.enumerated() {
      let key = Key(id: origin.id, coordinate: origin.coordinate)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(position)
    }
    return order.compactMap { key in members[key].flatMap(home) }
  }

  /// Whether a way of this home and office by the mode of the tables is the straight line.
  public func usesStraightLine(origin position: Int) -> Bool? {
    guard let mode = modes?.first, mode.origins.indices.contains(position) else { return nil }
    return mode.origins[position].usesStraightLine
  }

  private func home(_ positions: [Int]) -> HomeResult? {
    let origins = positions.map { self.origins[$0] }
    guard let first = origins.first else { return nil }
    let compared = origins.filter { $0.savedSecondsOneWay != nil }
    let gaining = origins.filter { $0.outcome == .gains }
    let hours = gaining.reduce(0) { $0 + $1.hoursPerDay }
    let straight = positions.compactMap { usesStraightLine(origin: $0) }
    return HomeResult(
      id: first.id, name: first.name, municipality: first.municipality,
      municipalityName: first.municipalityName, coordinate: first.coordinate,
      placeBasis: first.placeBasis, people: origins.people { _ in true },
      peopleGaining: gaining.people { _ in true },
      peopleLosing: origins.people { $0.outcome == .loses },
      peopleNotCompared: origins.people { $0.savedSecondsOneWay == nil },
      central: WeightedMean.commute(compared.map { ($0.people, $0.central) }),
      bestSite: Set(origins.map(\.bestSite)).count == 1 ? first.bestSite : nil,
      best: WeightedMean.commute(
        compared.compactMap { origin in origin.best.map { (origin.people, $0) } }),
      savedSecondsOneWay: WeightedMean.of(compared, \.savedSecondsOneWay),
      hoursSavedPerDay: hours, hoursSavedPerYear: hours * daysPerYear,
      usesStraightLine: straight.isEmpty ? nil : straight.contains(true))
  }

  /// What turns hours of a day into those of a year; 0 where nothing is saved.
  private var daysPerYear: Double {
    totals.hoursSavedPerDay > 0 ? totals.hoursSavedPerYear / totals.hoursSavedPerDay : 0
  }
}
