import Impact

/// A column of a result table: its values and its entry in the data dictionary.
struct Column<Row> {
  var name: String
  var unit: String
  var meaning: String
  var value: Value

  /// One kind for all rows, so that an empty table has it too.
  enum Value {
    case text((Row) -> String?)
    case integer((Row) -> Int?)
    /// Rounded to so many decimals in every file.
    case decimal((Row) -> Double?, Int)
  }

  init(_ name: String, _ unit: String, _ meaning: String, _ value: Value) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    self.value = value
  }
}

extension Column {
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping (Row) -> String?
  ) -> Column {
    Column(name, "", meaning, .text(value))
  }

  static func integer(
    _ name: String, _ unit: String, _ meaning: String, _ value: @escaping (Row) -> Int?
  ) -> Column {
    Column(name, unit, meaning, .integer(value))
  }

  static func decimal(
    _ name: String, _ unit: String, _ meaning: String, decimals: Int = 4,
    _ value: @escaping (Row) -> Double?
  ) -> Column {
    Column(name, unit, meaning, .decimal(value, decimals))
  }

  static func yesOrNo(
    _ name: String, _ meaning: String, _ value: @escaping (Row) -> Bool?
  ) -> Column {
    .text(name, meaning) { value($0).map { $0 ? "yes" : "no" } }
  }

  static func people(_ name: String, _ meaning: String, _ value: @escaping (Row) -> Double)
    -> Column
  {
    .decimal(name, "people", meaning, value)
  }

  static func hours(
    _ name: String, per period: String, _ meaning: String, _ value: @escaping (Row) -> Double
  ) -> Column {
    .decimal(name, "hours per \(period)", meaning, decimals: 1, value)
  }

  /// Minutes from seconds; unreachable is an empty cell.
  static func minutes(_ name: String, _ meaning: String, _ seconds: @escaping (Row) -> Double?)
    -> Column
  {
    .decimal(name, "minutes", meaning, decimals: 1) { seconds($0).map { $0 / 60 } }
  }

  static func personDays(
    _ name: String, per period: String, _ meaning: String, _ value: @escaping (Row) -> Double?
  ) -> Column {
    .decimal(name, "person-days per \(period)", meaning, value)
  }

  /// A share of 1; empty where there is none.
  static func share(
    _ name: String, _ meaning: String, _ value: @escaping (Row) -> Double?
  ) -> Column {
    .decimal(name, "share", meaning, value)
  }

  static func latitude(_ value: @escaping (Row) -> Double) -> Column {
    .decimal("latitude", "degrees", "WGS84", decimals: 5, value)
  }

  static func longitude(_ value: @escaping (Row) -> Double) -> Column {
    .decimal("longitude", "degrees", "WGS84", decimals: 5, value)
  }

  /// Seven columns: three percentiles for each direction and the one-way value.
  static func commute(
    _ prefix: String, _ what: String, _ value: @escaping (Row) -> RunResult.Commute?
  ) -> [Column] {
    typealias Part = (name: String, get: (RunResult.Percentile) -> Double?)
    let parts: [Part] = [("p10", { $0.p10 }), ("p50", { $0.p50 }), ("p90", { $0.p90 })]
    let morning = parts.map { part in
      Column.minutes(
        "\(prefix)_morning_\(part.name)_minutes",
        "\(what), to work, percentile \(part.name.dropFirst()) over the arrival window; "
          + "empty where unreachable"
      ) { value($0).flatMap { part.get($0.morning) } }
    }
    let evening = parts.map { part in
      Column.minutes(
        "\(prefix)_evening_\(part.name)_minutes",
        "\(what), back home, percentile \(part.name.dropFirst()) over the departure window; "
          + "empty where unreachable"
      ) { value($0).flatMap { part.get($0.evening) } }
    }
    let oneWay = Column.minutes(
      "\(prefix)_one_way_minutes",
      "\(what), mean of the medians of both directions; empty where either is unreachable"
    ) { value($0)?.oneWay }
    return morning + evening + [oneWay]
  }
}
