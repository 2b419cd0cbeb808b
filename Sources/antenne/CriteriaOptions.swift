import ArgumentParser
import SiteBatch

/// How a ranking weighs, and how sure it is.
struct CriteriaOptions: ParsableArguments {
  @Option(
    name: .customLong("weigh"),
    help: ArgumentHelp(
      "Rank by several columns of the ranking or of the candidates, such as hours_saved_per_year=3; "
        + "below 0 less is better. May come several times.", valueName: "column=weight"))
  var weights: [String] = []

  @Option(
    help: ArgumentHelp(
      "With --weigh: what becomes of the ranking when one weight is nothing, half or twice.",
      valueName: "s.csv"))
  var sensitivity: String?

  @Option(
    help: ArgumentHelp(
      "How sure the ranks of the first N are, over the draws of the scenario's uncertainty; takes "
        + "longer.", valueName: "n"))
  var stability: Int?

  @Option(help: "Of the random weights of --weigh.")
  var seed: UInt64 = 1

  static let stabilityLimit = 200

  func validate() throws {
    for text in weights where CriteriaTable.Weight(text) == nil {
      throw ValidationError("--weigh takes COLUMN=WEIGHT, not \(text)")
    }
    guard sensitivity == nil || !weights.isEmpty else {
      throw ValidationError("--sensitivity is for --weigh")
    }
    guard stability.map({ (1...Self.stabilityLimit).contains($0) }) ?? true else {
      throw ValidationError("--stability takes 1 to \(Self.stabilityLimit)")
    }
  }

  var parsed: [CriteriaTable.Weight] { weights.compactMap(CriteriaTable.Weight.init) }
}
