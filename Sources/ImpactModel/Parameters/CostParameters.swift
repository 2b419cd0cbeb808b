/// What travelling costs, at prices of 2019.
extension Parameter {
  static let valueOfTime = Parameter(
    "value_of_time_eur_per_hour", 10, 5...17.5, "€/h",
    "Federation of Enterprises in Belgium: 10 for an hour of a car in a jam (autoccasion.be, without "
      + "year); the Netherlands have 9.53 for commuting by road in 2020 at prices of 2010 (KiM 2013, "
      + "rwseconomie.nl); ends: what eqasim's Île-de-France model implies for public transport, 0.017 "
      + "× 60 / 0.206, and for the car, 0.06 × 60 / 0.206")
  static let waitWeight = Parameter(
    "wait_weight", 1, 1...2.5, "× time in the vehicle",
    "assumption: plain clock time; upper end: 2.5 of commuters in a model of egress from a "
      + "high-speed railway")
  static let walkWeight = Parameter(
    "walk_weight", 1, 1...2.5, "× time in the vehicle", waitWeight.source)
  static let changePenalty = Parameter(
    "change_penalty_minutes", 0, 0...10, "min a change",
    "assumption: plain clock time; upper end: eqasim's Île-de-France model, 0.17 / 0.017")

  static let car = Parameter(
    "car_eur_per_km", 0.13, 0.09...0.20, "€/km",
    "assumption: fuel 0.098 (6.5 l/100 km, De Lijn; diesel 1.50 €/l, between the maximum prices of "
      + "29 December 2018 and 9 April 2019, FPS Economy) and 0.03 for wear; lower end: 6.5 l of "
      + "petrol at 1.383 €/l (11 January 2019). The allowance of 0.3653 €/km (July 2019) also pays "
      + "for owning the car")
  static let train = Parameter(
    "train_eur_per_km", 0.10, 0.06...0.17, "€/km",
    "assumption for season tickets: the employer's monthly 35 € for 10 km (royal decree, 1 April 2009), "
      + "59.57 % of the price (SNCB), make 58.8 € for 21 × 2 × 10 km, 0.14, and longer ways cost less "
      + "a kilometre; upper end: a single ticket of February 2019, 5.80 € for 35 km (DH)")
  static let urban = Parameter(
    "urban_eur_per_trip", 1.40, 1.17...2.10, "€ a trip",
    "STIB fares, in 2019 the same as since 2014 (Belga, December 2018): ten journeys at 1.40 (The "
      + "Bulletin, October 2020); a month for 49 € over 21 × 2 trips; one journey for 2.10 (The "
      + "Brussels Times, January 2020)")
  static let employerShareOfTickets = Parameter(
    "employer_share_of_tickets", 0.8, 0.7...1, "share",
    "assumption: between the least that an employer pays since 1 July 2019, 70 % (CAO 19/9), and "
      + "travel free for the employee, 80 % by the employer and 20 % by the State (SNCB)")
  static let employeeShareOfParking = Parameter(
    "employee_share_of_parking", 0.2, 0...1, "share", "assumption")

  static let logitScale = Parameter(
    "logit_scale_per_eur", 0.206, 0.1...0.27, "1/€",
    "eqasim's Île-de-France model, cost at 40 km; upper end: the same at 20 km, 0.206 × (20/40)^−0.4; "
      + "lower end: 0.100 per dollar of commuters in a model of egress from a high-speed railway")
  static let nest = Parameter(
    "nest_parameter", 0.6, 0.4...1, "number", "assumption: 1 is the multinomial logit")
  static let delay = Parameter(
    "delay_share", 0.10, 0.05...0.15, "share",
    "Wessel and Farber, Journal of Transport and Land Use, 2019: where access is high it is 5 to 15 % "
      + "lower than schedules say; of access, not of time")
}
