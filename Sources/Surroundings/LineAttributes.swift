public import Findings
public import TabularText
import TransitRouting

/// Which lines, or sections of lines, have their own right of way: GTFS does not say it.
public struct LineAttributes: Sendable {
  /// In the order of what it is worth.
  public enum RightOfWay: String, Sendable, CaseIterable, Comparable {
    case no, partly, yes

    public static func < (a: RightOfWay, b: RightOfWay) -> Bool { a.rank < b.rank }

    private var rank: Int { self == .no ? 0 : self == .partly ? 1 : 2 }
  }

  struct Row: Sendable {
    /// Folded alternatives; empty for every operator.
    var operators: [String]
    var mode: TransitMode
    /// Empty for every line of the mode.
    var shortName: String
    /// Folded alternatives of the names of the first and last stop; empty for the whole line.
    var from: [String]
    var to: [String]
    var rightOfWay: RightOfWay
    /// For messages, such as `STIB tram 4`, and with the section.
    var lineName: String
    var name: String
  }

  let rows: [Row]

  /// The table that is compiled into the program, `GTFS/line-attributes.csv`.
  public static func builtInTable() throws(Failure) -> Table {
    try Table(
      file: "line-attributes.csv",
      text: String(decoding: PackageResources.line_attributes_csv, as: UTF8.self))
  }

  /// Reads a table with the columns of `GTFS/line-attributes.csv`.
  /// - Throws: `unusableData` with every finding.
  public init(_ table: Table) throws(Failure) {
    var reader = RowReader(table)
    var lines: [[String]: Int] = [:]
    rows = try reader.rows { row -> Row? in
      let mode = row.choice("mode", TransitMode.self)
      let rightOfWay = row.choice("own_right_of_way", RightOfWay.self)
      _ = row.text("source")
      let fields = ["operator", "route_short_name", "section_from", "section_to"]
      let cells = fields.map(row.optionalText)
      if cells[2].isEmpty != cells[3].isEmpty {
        row.report("missing_value", "section_to", "a section has a first and a last stop")
      }
      let (from, to) = (Self.alternatives(cells[2]), Self.alternatives(cells[3]))
      if !Set(from).isDisjoint(with: to) {
        row.report("invalid_value", "section_to", "a section ends where it begins")
      }
      guard let mode, let rightOfWay else { return nil }
      if let first = lines.updateValue(row.line, forKey: [mode.rawValue] + cells) {
        row.report("duplicate_key", "route_short_name", "line \(first) is of the same section")
      }
      let line = [Self.written(cells[0]).first ?? "", mode.name, cells[1]]
        .filter { !$0.isEmpty }.joined(separator: " ")
      let section = [cells[2], cells[3]].compactMap { Self.written($0).first }
      return Row(
        operators: Self.alternatives(cells[0]), mode: mode, shortName: cells[1], from: from, to: to,
        rightOfWay: rightOfWay, lineName: line,
        name: section.isEmpty ? line : "\(line), \(section.joined(separator: " – "))")
    }
  }

  private static func written(_ cell: String) -> [String] {
    cell.split(separator: ";").map(String.init)
  }

  private static func alternatives(_ cell: String) -> [String] {
    written(cell).map(FoldedName.of)
  }
}

extension LineAttributes.Row {
  func concerns(_ line: ServedNetwork.Line) -> Bool {
    mode == line.mode && (shortName.isEmpty || shortName == line.shortName)
      && (operators.isEmpty || operators.contains(FoldedName.of(line.operatorName)))
  }

  /// The hops of a sequence of stops that the row is of; hop `h` leads from stop `h` to the next.
  ///
  /// - Parameter names: folded, of the stops in their order. Either direction counts.
  func hops(of names: [String]) -> [Range<Int>] {
    guard names.count > 1 else { return [] }
    if from.isEmpty { return [0..<names.count - 1] }
    var found: [Range<Int>] = []
    // The end that was met last and not yet used.
    var open: (position: Int, isFrom: Bool)?
    for (position, name) in names.enumerated() {
      let isFrom = from.contains(name)
      guard isFrom || to.contains(name) else { continue }
      if let start = open, start.isFrom != isFrom { found.append(start.position..<position) }
      open = (position, isFrom)
    }
    return found
  }
}
