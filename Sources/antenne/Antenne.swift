import ArgumentParser
import Findings
import Foundation

@main
struct Antenne: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "antenne",
    abstract: "How much commuting do decentralised workspaces save?",
    discussion: """
      Imports GTFS timetables, routes commuters door to door, compares their central office with
      workspaces nearer home, and ranks candidate sites.

      Start with:  antenne demo
      Exit codes: 0 done, 64 usage, 65 unusable data, 66 input missing, 70 defect, 74 I/O.
      """,
    version: antenneVersion,
    subcommands: [
      DemoCommand.self, ImportCommand.self, FeedsCommand.self, RulesCommand.self,
      StreetsCommand.self,
      RouteCommand.self, MatrixCommand.self, IsochroneCommand.self, RunCommand.self,
      CandidatesCommand.self, SitesCommand.self, InputsCommand.self, PartitionCommand.self,
      MergeCommand.self,
      CompareCommand.self, ReportCommand.self, ServeCommand.self, FactsCommand.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Console.fail(failure)
    } catch {
      exit(withError: error)
    }
  }
}
