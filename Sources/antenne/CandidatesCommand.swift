import ArgumentParser
import Candidates
import Findings
import Surroundings
import TabularText
import TransitRouting

struct CandidatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates",
    abstract: "Generate candidate sites and say what is near each.",
    discussion: """
      Candidates come from stations, exits of the R0, the airport's quarters, the second ring, a grid
      in an area, or a file of your own; give at least one. Each has its zone, nearest high-capacity
      line, station and exit. Of two that are less than --apart metres from each other on foot one
      is dropped. 'antenne sites --candidates' reads the result.

      Example:
        antenne candidates --network brussels.sqlite --date 2019-10-29 --streets belgium.streets \\
          --near-stations 500 --near-ring-exits 500 --airport --second-ring --out candidates.csv
      """)

  @Option(help: "A network database made by 'antenne import'.")
  var network: String

  @Option(
    help: "The day whose stations and departures count (default: the first Tuesday with service).")
  var date: ServiceDate?

  @OptionGroup(title: "Sources") var sources: CandidateSourceOptions
  @OptionGroup(title: "What is near") var near: CandidateNearOptions
  @OptionGroup var threads: ThreadOptions

  @Option(help: ArgumentHelp("The file to write (default: stdout).", valueName: "c.csv"))
  var out: String?

  @Flag(help: "Print as JSON instead of CSV.")
  var json = false

  func run() async throws {
    if let out { try OutputFile.check(out) }
    let inputs = try CandidateInputs(self)
    let all: [Candidate]
    do throws(TooManyCandidates) {
      all = try inputs.generator.candidates()
    } catch {
      throw ValidationError(error.description)
    }
    if let file = sources.from { try CandidateGenerator.checkIDs(all, file: file) }
    guard !all.isEmpty else {
      throw Failure.unusable("no_candidate", file: network, "the sources give no candidate")
    }
    let describer = inputs.describer
    let progress = CandidateProgress()
    let separation = Separation(
      all, apartMeters: sources.apart, walking: describer.walking
    ) { progress.update("distances between candidates", $0, all.count) }
    let rows = await describer.describe(separation.kept, threads: threads.threads) {
      progress.update($0, $1, $2)
    }
    let text = json ? try JSONText.encode(rows) : CandidateTable.csv(rows)
    if let out { try OutputFile.write(text, to: out) } else { Console.write(text) }
    Console.note(inputs.notes)
    CandidateNotes(rows, separation, sources, describer).lines.forEach { Console.note($0) }
    if let out { Console.note("\(out): \(rows.count) candidates") }
  }
}
