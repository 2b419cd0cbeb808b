import Impact
import TabularText

/// A column of a result table: its cells and its entry in the data dictionary.
struct Column<Row> {
  var name: String
  var unit: String
  var meaning: String
  var cell: (Row) -> CSVWriter.Cell

  init(
    _ name: String, _ unit: String = "", _ meaning: String,
    _ cell: @escaping (Row) -> CSVWriter.Cell
  ) {
    self.name = name
    self.unit = unit
    self.meaning = meaning
    self.cell = cell
  }
}

extension Column {
  static func text(
    _ name: String, _ meaning: String, _ value: @escaping (Row) -> String?
  ) -> Column {
    Column(name, "", meaning) { .text(value($0)) }
  }

  static func people(_ name: String, _ meaning: String, _ value: @escaping (Row) -> Double)
    -> Column
  {
    Column(name, "people", meaning) { .decimal(value($0), 4) }
  }

  static func hours(
    _ name: String, per period: String, _ meaning: String, _ value: @escaping (Row) -> Double
  ) -> Column {
    Column(name, "hours per \(period)", meaning) { .decimal(value($0), 1) }
  }

  /// Minutes from seconds; unreachable is an empty cell.
  static func minutes(_ name: String, _ meaning: String, _ seconds: @escaping (Row) -> Double?)
    -> Column
  {
    Column(name, "minutes", meaning) { .decimal(seconds($0).map { $0 / 60 }, 1) }
  }

  static func personDays(
    _ name: String, per period: String, _ meaning: String, _ value: @escaping (Row) -> Double
  ) -> Column {
    Column(name, "person-days per \(period)", meaning) { .decimal(value($0), 4) }
  }

  /// A share of 1; empty where there is none.
  static func share(
    _ name: String, _ meaning: String, _ value: @escaping (Row) -> Double?
  ) -> Column {
    Column(name, "share", meaning) { .decimal(value($0), 4) }
  }

  static func latitude(_ value: @escaping (Row) -> Double) -> Column {
    Column("latitude", "degrees", "WGS84") { .decimal(value($0), 5) }
  }

  static func longitude(_ value: @escaping (Row) -> Double) -> Column {
    Column("longitude", "degrees", "WGS84") { .decimal(value($0), 5) }
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

/// A result table as rows and columns.
struct ResultTable<Row> {
  let file: String
  let columns: [Column<Row>]

  init(_ file: String, _ groups: [Column<Row>]...) {
    self.file = file
    columns = groups.flatMap { $0 }
  }

  func text(_ rows: [Row]) -> String {
    var writer = CSVWriter(header: columns.map(\.name))
    for row in rows { writer.append(columns.map { $0.cell(row) }) }
    return writer.text
  }

  func file(_ rows: [Row]) -> TableFile {
    TableFile(name: file, text: text(rows), dictionaryEntries: dictionaryEntries)
  }

  var dictionaryEntries: [[String]] { columns.map { [file, $0.name, $0.unit, $0.meaning] } }
}

/// A table as it is written, with what the data dictionary says of its columns.
struct TableFile {
  var name: String
  var text: String
  var dictionaryEntries: [[String]]

  /// `columns.csv`: what every column of every file means.
  static func dictionary(_ files: [TableFile]) -> String {
    var writer = CSVWriter(header: ["file", "column", "unit", "meaning"])
    for entry in files.flatMap(\.dictionaryEntries) { writer.append(entry.map { .text($0) }) }
    return writer.text
  }
}
