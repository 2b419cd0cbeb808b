/// What is drawn at random: everything that the model takes as given and nobody knows exactly.
public struct DrawRules: Sendable, Equatable {
  /// How many draws; 0 makes none.
  public var count = 200
  public var seed: UInt64 = 1
  /// What `participation` may be as well.
  public var participation: ClosedRange<Double>?

  public init() {}

  public static let countLimit = 10_000
}

/// The outcome of one draw.
public struct DrawOutcome: Sendable, Equatable {
  public var effects: Effects
  /// Hours of a week that each space would save as the only one, seats not counted.
  public var hoursAlone: [Double]
}

extension ModelInputs {
  /// The inputs of one draw, the same whatever else is drawn.
  ///
  /// - Parameters of the model: each from a triangle over its range with the peak at its value.
  /// - Delay: public transport takes longer by a share between 0 and the upper end of `delayShare`.
  /// - Departure minute: the people of a home travel at one rank of the minutes of the window, from
  ///   the tenth to the ninetieth percentile, wherever they go.
  /// - Demand: the people of each group as a sample of that size would vary (Poisson).
  public func drawn(_ index: Int, _ rules: DrawRules) -> ModelInputs {
    var random = SeededRandom(seed: rules.seed, stream: UInt64(index))
    var inputs = self
    for field in ModelParameters.fields {
      let parameter = parameters[keyPath: field]
      inputs.parameters[keyPath: field].value = random.triangular(
        parameter.low, parameter.value, parameter.high)
    }
    let taking = rules.participation ?? participation...participation
    inputs.participation = random.triangular(
      taking.lowerBound, participation, taking.upperBound)
    let delay = random.uniform() * parameters.delayShare.high
    for index in groups.indices {
      inputs.groups[index].people = random.poisson(groups[index].people)
    }
    inputs.skims = skims.drawn(delay: delay, &random)
    return inputs
  }

  /// The inputs with public transport that takes longer by a share.
  public func delayed(by share: Double) -> ModelInputs {
    var inputs = self
    inputs.skims = skims.delayed(by: share)
    return inputs
  }

  /// Hours of a week that each space would save as the only one, seats not counted.
  public func hoursAlonePerWeek() -> [Double] { model.hoursAlonePerWeek() }

  public func outcome() -> DrawOutcome {
    let model = model
    return DrawOutcome(
      effects: evaluate(model).effects, hoursAlone: model.hoursAlonePerWeek())
  }
}

extension SkimTable {
  fileprivate func drawn(delay: Double, _ random: inout SeededRandom) -> SkimTable {
    var table = self
    // One rank for all ways from a home: chance of each way by itself would favour the best of many.
    let ranks = (0..<homeCount).map { _ in 0.1 + 0.8 * random.uniform() }
    for pair in 0..<homeCount * workplaceCount {
      for index in pair * modes.count..<(pair + 1) * modes.count {
        table.skims[index]?.takeMinute(ranks[pair % homeCount])
        table.skims[index]?.delay(by: delay)
      }
    }
    return table
  }

  fileprivate func delayed(by share: Double) -> SkimTable {
    var table = self
    for index in table.skims.indices { table.skims[index]?.delay(by: share) }
    return table
  }
}

extension Skim {
  /// The time at a rank between 0.1 and 0.9, straight lines between the three that are known.
  fileprivate mutating func takeMinute(_ rank: Double) {
    seconds =
      rank < 0.5
      ? earlySeconds + (seconds - earlySeconds) * (rank - 0.1) / 0.4
      : seconds + (lateSeconds - seconds) * (rank - 0.5) / 0.4
  }

  fileprivate mutating func delay(by share: Double) {
    if kind == .train || kind == .urban { seconds *= 1 + share }
  }
}

extension WeekModel {
  /// Hours of a week that each space would save as the only one, with room for all.
  func hoursAlonePerWeek() -> [Double] {
    var hours = sites.map { _ in 0.0 }
    for group in groups {
      guard let office = officeMix(group) else { continue }
      let days = plans[group.plan].policy.space * group.people
      for (site, _) in options(group) {
        guard let mix = siteMix(group, site) else { continue }
        hours[site] += days * 2 * (office.seconds - mix.seconds) / 3600
      }
    }
    return hours
  }
}
