public import Findings
import ModelNetwork
public import TabularText

/// People who work in the Brussels Region, and those of them who live outside it.
public struct BrusselsWorkers: Sendable, Equatable {
  init(outside: Int, all: Int?) {
    self.outside = outside
    self.all = all
  }

  public static let builtInSource = "the built-in commuters of the Census 2011 (Statbel)"

  /// Those of the embedded sample, without those who live in the Region.
  public static func builtInTable() throws(Failure) -> Table {
    try Table(file: "commuters.csv", text: ModelNetwork.commutersCSV)
  }

  /// The arrondissement of Brussels-Capital, the same as the Region (NIS).
  static let region = "21000"

  public var outside: Int
  /// `nil` where the table does not hold those who live inside.
  public var all: Int?

  /// Reads a matrix of commuters by arrondissement: homes in the rows (`NIS`), places of work in the
  /// columns.
  /// - Throws: `unusableData` with every finding.
  public init(_ table: Table) throws(Failure) {
    var reader = RowReader(table)
    var homes: Set<String> = []
    let rows = try reader.rows { row -> (home: String, people: Int)? in
      let home = row.text("NIS")
      let people = row.number(Self.region, in: 0...1e9)
      if let home, !homes.insert(home).inserted {
        row.report("duplicate_id", "NIS", "the home is listed twice")
      }
      guard let home, let people else { return nil }
      return (home, Int(people))
    }
    outside = rows.filter { $0.home != Self.region }.reduce(0) { $0 + $1.people }
    let inside = rows.first { $0.home == Self.region }?.people
    all = inside.map { $0 + outside }
  }
}

enum CensusFacts {
  private static let topic = "who works in Brussels and lives outside"

  static func facts(_ workers: BrusselsWorkers, source: String) -> [Fact] {
    let outside = Estimate(Double(workers.outside))
    let all = workers.all.map(Double.init)
    let share = all.map { Estimate(100 * outside.best / $0) }
    let missing = all == nil ? "; give the whole matrix with --census" : ""
    let earlier = "ours is 2011: ten years earlier, not the same count"
    return [
      Fact(
        topic, "half of those who work in the Region", claim: Claim(.moreThan, 50), ours: share,
        unit: "%", decimals: 1, note: source + missing, source: CountFacts.document),
      Fact(
        topic, "people, Census 2011", claim: Claim(393_790), ours: outside, unit: "", note: source,
        source: "Census 2011, Statbel"),
      Fact(
        topic, "all who work in the Region, Census 2011", claim: Claim(695_183),
        ours: all.map { Estimate($0) }, unit: "", note: source + missing,
        source: "Census 2011, Statbel"),
      Fact(
        topic, "share, Census 2011", claim: Claim(.equal, 56.6, tolerance: 0.05), ours: share,
        unit: "%", decimals: 1, note: source + missing, source: "Census 2011, Statbel"),
      Fact(
        topic, "people, Census 2021", claim: Claim(416_208), ours: outside, unit: "",
        tension: "the press gives more people and a lower share than the matrix of 2011",
        note: earlier, source: "Census 2021 as the press gave it"),
      Fact(
        topic, "share, Census 2021", claim: Claim(.equal, 52.9, tolerance: 0.05), ours: share,
        unit: "%", decimals: 1,
        tension: "the press gives more people and a lower share than the matrix of 2011",
        note: earlier + missing, source: "Census 2021 as the press gave it"),
    ]
  }
}
