/// What a model is made of, before parameters: they can change without routing anything again.
public struct ModelInputs: Sendable {
  /// A kind of traveller: by what they go, as far as the data say, and whether they have a car.
  public struct Traveller: Sendable, Hashable {
    /// An index into `SkimTable.modes`; `nil` chooses.
    public var mode: Int?
    public var hasCar: Bool

    public init(mode: Int? = nil, hasCar: Bool = true) {
      self.mode = mode
      self.hasCar = hasCar
    }
  }

  /// How those choose whose mode the data do not give.
  public enum Choice: String, Sendable, CaseIterable {
    case fastest, logit
  }

  public struct Space: Sendable, Equatable {
    public var id: String
    public var quarter: String
    /// Places to work; `nil` makes them of the floor area.
    public var seatsPerDay: Double?
    /// `nil` with no places known is no limit.
    public var floorAreaSquareMeters: Double?
    public var isOpen: [Bool]
    public var priceEuroPerDay: Double

    public init(
      id: String, quarter: String, seatsPerDay: Double? = nil,
      floorAreaSquareMeters: Double? = nil, isOpen: [Bool] = Array(repeating: true, count: 7),
      priceEuroPerDay: Double = 0
    ) {
      self.id = id
      self.quarter = quarter
      self.seatsPerDay = seatsPerDay
      self.floorAreaSquareMeters = floorAreaSquareMeters
      self.isOpen = isOpen
      self.priceEuroPerDay = priceEuroPerDay
    }
  }

  public var offices: [ModelOffice]
  public var spaces: [Space]
  /// Before some of them do not take part.
  public var groups: [PeopleGroup]
  public var plans: [WeekPlan]
  public var travellers: [Traveller]
  public var skims: SkimTable
  public var choice = Choice.fastest
  public var constantsEuro = ByMainMode(repeating: 0.0)
  public var choosesSitesByLogit = false
  public var rules = WeekModel.Rules()
  /// Whether the seats of spaces are counted.
  public var countsSeats = true
  public var parameters = ModelParameters()
  public var participation = 1.0
  public var weeksPerYear = 44.0
  /// Visits to clients on office days; `nil` where the scenario has none.
  public var clientVisits: ClientVisits?

  public init(
    offices: [ModelOffice], spaces: [Space], groups: [PeopleGroup], plans: [WeekPlan],
    travellers: [Traveller], skims: SkimTable
  ) {
    self.offices = offices
    self.spaces = spaces
    self.groups = groups
    self.plans = plans
    self.travellers = travellers
    self.skims = skims
  }

  /// The model of these inputs.
  public var model: WeekModel {
    var rules = rules
    rules.siteRule = siteRule
    return WeekModel(
      offices: offices, sites: spaces.map(site),
      groups: WeekModel.split(groups, participation: participation), plans: plans,
      mixes: mixes, rules: rules)
  }

  var siteRule: WeekModel.SiteRule {
    choosesSitesByLogit ? .logit(scalePerEuro: parameters.logitScalePerEuro.value) : .leastTime
  }

  func site(_ space: Space) -> ModelSite {
    ModelSite(
      id: space.id, quarter: space.quarter, seats: seats(space),
      priceEuroPerDay: space.priceEuroPerDay)
  }

  public func evaluate() -> Evaluation { evaluate(model) }

  /// - Parameter model: the model of these inputs.
  func evaluate(_ model: WeekModel) -> Evaluation {
    var evaluation = model.evaluate(rates, choosesModesByLogit: choosesModesByLogit)
    evaluation.effects.clientDays = clientVisits.map {
      model.clientDays($0, weeksPerYear: weeksPerYear)
    }
    return evaluation
  }

  var choosesModesByLogit: Bool {
    choice == .logit && travellers.contains { $0.mode == nil }
  }

  public var rates: EffectRates {
    EffectRates(
      weeksPerYear: weeksPerYear, carOccupancy: parameters.carOccupancy.value,
      carGrams: parameters.carCO2GramsPerPassengerKilometer.value,
      trainGrams: parameters.trainCO2GramsPerPassengerKilometer.value,
      metroGrams: parameters.metroCO2GramsPerPassengerKilometer.value,
      tramGrams: parameters.tramCO2GramsPerPassengerKilometer.value,
      busGrams: parameters.busCO2GramsPerPassengerKilometer.value,
      reboundShareOfKilometers: parameters.reboundShareOfKilometers.value,
      reboundShareOfTime: parameters.reboundShareOfTime.value,
      spendingEuroPerOfficeDay: parameters.spendingEuroPerOfficeDay.value,
      spendingShareElsewhere: parameters.spendingShareThatMoves.value)
  }

  /// The mean over Monday to Friday; `nil` is no limit on one of them.
  public func seatsPerWeekday(_ space: Space) -> Double? {
    let seats = seats(space).prefix(5)
    return seats.contains(nil) ? nil : seats.reduce(0) { $0 + ($1 ?? 0) } / 5
  }

  /// Places on each weekday; whole ones, as a floor area has them.
  private func seats(_ space: Space) -> [Double?] {
    let ofFloor = space.floorAreaSquareMeters.map {
      ($0 / parameters.squareMetersPerSeat.value + 1e-9).rounded(.down)
    }
    return space.isOpen.map { isOpen in
      guard isOpen, space.seatsPerDay != 0 else { return 0 }
      return countsSeats ? space.seatsPerDay ?? ofFloor : nil
    }
  }

  /// The mixes of each kind of traveller.
  private var mixes: MixTable {
    MixTable(
      homeCount: skims.homeCount,
      mixes: (0..<skims.workplaceCount).map { mixes(at: $0, of: skims) })
  }

  /// Of each kind of traveller the mix from every home to one workplace.
  func mixes(at workplace: Int, of skims: SkimTable) -> [[TravelMix?]] {
    let prices = parameters.prices
    var logit = parameters.logit
    logit.constantsEuro = constantsEuro
    let chosen: ModeChoice = choice == .logit ? .logit(logit) : .fastest
    return travellers.map { traveller in
      let choice = traveller.mode.map { ModeChoice.given(mode: $0) } ?? chosen
      return (0..<skims.homeCount).map { home in
        choice.mix(
          of: skims.ways(home: home, workplace: workplace), prices: prices,
          hasCar: traveller.hasCar)
      }
    }
  }

  /// Finds the constants of the logit with which the base has the shares of a survey.
  ///
  /// - Parameter targets: shares of main modes among the people who choose.
  public mutating func calibrate(_ targets: CalibrationTargets) -> CalibrationFit {
    let choosing = groups.filter { travellers[$0.traveller].mode == nil }
    let fit = Calibration(
      choosing.map {
        CommuterGroup(
          home: $0.home, workplace: $0.office, people: $0.people,
          hasCar: travellers[$0.traveller].hasCar)
      }, in: skims, prices: parameters.prices, logit: parameters.logit
    ).fit(targets)
    constantsEuro = fit.constantsEuro
    return fit
  }
}
