import Impact
import Routing

extension ReportModel {
  /// What stands behind the numbers: journeys, parameters, timetables.
  var appendix: Values {
    [
      "hasItineraries": !result.itineraries.isEmpty,
      "itineraries": result.itineraries.map(itinerary),
      "parameters": result.scenario.parameters.isEmpty ? [] : [parameters.values],
      "feeds": result.feeds.isEmpty ? [] : [feeds.values],
    ]
  }

  private func itinerary(_ example: RunResult.ExampleItinerary) -> Values {
    let journey = example.itinerary
    let key =
      switch journey.rideCount {
      case 0: "itinerary_summary_none"
      case 1: "itinerary_summary_one"
      default: "itinerary_summary"
      }
    let (minutes, remainder) = (journey.arrivalSeconds - journey.departureSeconds)
      .quotientAndRemainder(dividingBy: 60)
    let summary = text(
      key,
      [
        "from": TimeOfDay.text(journey.departureSeconds),
        "to": TimeOfDay.text(journey.arrivalSeconds),
        "minutes": numbers.text(Double(minutes + (remainder > 0 ? 1 : 0))),
        "rides": numbers.text(Double(journey.rideCount)),
      ])
    let table = TableModel(
      caption: summary,
      columns: [
        (text["leg_departs"], .number), (text["leg_arrives"], .number), (text["leg_mode"], .text),
        (text["leg_from"], .name), (text["leg_to"], .name), (text["leg_line"], .name),
        (text["leg_distance"], .number), (text["operator"], .text), (text["leg_trip"], .code),
      ], rows: journey.legs.map(leg))
    return [
      "title": name(example.title), "table": [table.values],
      "direction": text[example.direction == "evening" ? "evening" : "morning"],
    ]
  }

  private func leg(_ leg: Itinerary.Leg) -> [String] {
    let mode =
      switch leg.mode {
      case .walk: text["leg_walk"]
      case .bike: text["leg_bike"]
      case .eBike: text["leg_e_bike"]
      case .car: text["leg_car"]
      case .ride: text[leg.staysSeated == true ? "leg_stay" : "leg_ride"]
      }
    let headsign = leg.headsign.flatMap { $0.isEmpty ? nil : " → \($0)" } ?? ""
    return [
      TimeOfDay.text(leg.departureSeconds), TimeOfDay.text(leg.arrivalSeconds),
      mode, name(leg.from), name(leg.to),
      leg.mode == .ride ? (leg.line ?? "") + headsign : way(leg),
      leg.distanceMeters.map { numbers.text(Double($0) / 1000, decimals: 1) } ?? "",
      leg.operatorName.map(name) ?? "", leg.tripID ?? "",
    ]
  }

  /// The streets of a way, or that it has none.
  private func way(_ leg: Itinerary.Leg) -> String {
    leg.isStraightLine == true ? text["leg_straight_line"] : leg.via ?? ""
  }

  private var parameters: TableModel {
    TableModel(
      caption: text["parameters_title"],
      columns: [
        (text["parameter_name"], .name), (text["value"], .number), (text["value_range"], .number),
        (text["unit"], .text), (text["source"], .text), (text["parameter"], .code),
      ],
      rows: result.scenario.parameters.map { parameter in
        [
          name(parameter.name), number(parameter.value),
          parameter.low.flatMap { low in
            parameter.high.map { "\(number(low)) – \(number($0))" }
          } ?? "", name(parameter.unit), name(parameter.source), parameter.name,
        ]
      }, isCaptionHidden: true)
  }

  /// A number as the language writes it, not rounded again; a word as the book has it.
  private func number(_ value: String) -> String {
    Double(value).map { numbers.text($0, decimals: decimals(of: value)) } ?? name(value)
  }

  private func decimals(of value: String) -> Int {
    min(9, value.split(separator: ".").dropFirst().first?.count ?? 0)
  }

  private var feeds: TableModel {
    TableModel(
      caption: text["feeds_title"],
      columns: [
        (text["feed"], .name), (text["kind"], .text), (text["operators"], .text),
        (text["valid"], .text), (text["source"], .text),
      ],
      rows: result.feeds.map { feed in
        [
          feed.name, text[feed.isModel ? "kind_model" : "kind_published"],
          feed.operators.map(name).joined(separator: ", "),
          [feed.firstServiceDate, feed.lastServiceDate]
            .map { $0.map { text.date($0) } ?? NumberStyle.none }.joined(separator: " – "),
          name(feed.source),
        ]
      }, isCaptionHidden: true)
  }
}
