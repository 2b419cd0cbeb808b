import ArgumentParser
import Foundation
import SiteBatch
import TabularText

struct PartitionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "partition",
    abstract: "Cut a file of candidates into parts for several machines.",
    discussion: """
      Every part has the header and some of the rows, as they are written. 'antenne sites --rows' \
      computes a part, 'antenne merge' joins the results.

      Example:
        antenne partition candidates.csv --parts 16 --out parts
      """)

  @Argument(help: ArgumentHelp("The candidates.", valueName: "c.csv"))
  var candidates: String

  @Option(help: "How many parts; not more than there are rows are made.")
  var parts: Int

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  func validate() throws {
    guard (1...CandidateParts.partLimit).contains(parts) else {
      throw ValidationError("--parts takes 1 to \(CandidateParts.partLimit)")
    }
  }

  func run() async throws {
    let cut = try CandidateParts(candidates, count: parts)
    for file in cut.files {
      try OutputFile.write(Data(file.text), to: out + "/" + file.name)
    }
    Console.note("\(out): \(cut.files.count) parts")
  }
}
