/// What kilometres, days and seats stand for.
extension Parameter {
  static let carOccupancy = Parameter(
    "car_occupancy", 1.2, 1...1.35, "people a car",
    "De Lijn, CO2 of vehicles (it cites MIRA-T 2008): 1.2 in the peak, 1.35 in the mean; lower end: "
      + "everyone drives alone")
  static let carCO2 = Parameter(
    "co2_car_g_per_pkm", 143, 127...172, "g/pkm",
    "De Lijn, tank to wheel: 172 g/km over 1.2 people in the peak, 1.35 in the mean, or 1")
  static let trainCO2 = Parameter(
    "co2_train_g_per_pkm", 11, 8...18, "g/pkm",
    "SNCB, early in 2021: a thirteenth of a motorist's in the peak (143 / 13), a seventh in the mean (127 / 7); "
      + "lower end: FPS Mobility 2022, direct emissions about 8")
  static let metroCO2 = Parameter(
    "co2_metro_g_per_pkm", 30.5, 20...40, "g/pkm", "De Lijn, who has it from STIB; ends: assumption"
  )
  static let tramCO2 = Parameter(
    "co2_tram_g_per_pkm", 23, 1...23, "g/pkm",
    "De Lijn: 4 kWh/km, 60 people, Belgian electricity of 349 g/kWh; lower end: from water power")
  static let busCO2 = Parameter(
    "co2_bus_g_per_pkm", 75, 60...75, "g/pkm",
    "De Lijn: diesel bus of standard length, 40 l/100 km, 14 people; lower end: hybrid")

  static let reboundOfKilometers = Parameter(
    "rebound_share_of_km", 0.65, 0.62...0.68, "share",
    "teleworking in the Paris region, four-step model (Evaluation of Direct and Indirect Effects of "
      + "Teleworking on Mobility: The Case of Paris): 62 to 68 % of the kilometres come back")
  static let reboundOfTime = Parameter(
    "rebound_share_of_time", 0.80, 0.74...0.85, "share",
    "the same study: 74 to 85 % of the time saved comes back")

  static let spending = Parameter(
    "spending_eur_per_office_day", 10, 5...15, "€ a day",
    "assumption: near 202 £ a month around the workplace (Cebr 2020, from iZettle and Nationwide) "
      + "over 21 days, 9.6 £; in Belgium 62 % eat what they brought (FOOD barometer, Edenred 2019)")
  static let spendingElsewhere = Parameter(
    "spending_share_that_moves", 0.7, 0.3...1, "share",
    "assumption: of what is not spent around the office, the part that is spent where the person "
      + "works instead; people at home spend less (Matheson, in MCA Insight)")
  static let floorPerSeat = Parameter(
    "m2_per_seat", 8.2, 6.9...14.4, "m² a seat",
    "Coworking Insights 2019: 7,308 sq ft and 83 people in the mean of 6,500 spaces; 2022: 7,244 and "
      + "98 in 19,500; upper end: Deskmag 2025, 14.4, but under 10 from 200 desks on")
}
