import ArgumentParser
import SeedFacts
import TransitRouting

struct FactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "The figures of the source documents, each beside ours.",
    discussion: """
      Counts, floor areas and claims of ABOUT.brussels #01 (January 2020) against the project's data,
      with the document's own contradictions. Distances to lines are straight lines, as the claim
      is; --streets adds those on foot. Without --network they are to the stations of the built-in
      model network, too rough to decide a claim of 200 m.

      Example:
        antenne facts --network brussels.sqlite --date 2019-10-29 --streets belgium.streets
      """)

  @Option(help: "A network database made by 'antenne import'.")
  var network: String?

  @Option(help: "The day whose lines count (YYYY-MM-DD; default: the first Tuesday with service).")
  var date: ServiceDate?

  @Option(help: "A street file made by 'antenne streets': distances on foot too.")
  var streets: String?

  @Option(help: "Workspaces with the columns of Sites/spaces.csv (default: built in).")
  var sites: String?

  @Option(
    help:
      "Which lines have their own right of way, as GTFS/line-attributes.csv (default: built in).")
  var lineAttributes: String?

  @Option(
    help: """
      Commuters by arrondissement, homes in rows, all of Belgium (default: that of the folder \
      ANTENNE_DATA, else only those who live outside Brussels, built in).
      """)
  var census: String?

  @Flag(help: "Print as JSON.")
  var json = false

  func validate() throws {
    guard date == nil || network != nil else { throw ValidationError("--date goes with --network") }
  }

  func run() async throws {
    let inputs = try FactInputs(self).inputs
    let facts = try SeedFacts(inputs)
    Console.write(json ? try JSONText.encode(facts) : FactText.text(facts))
  }
}
