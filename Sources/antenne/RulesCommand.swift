import ArgumentParser
import Findings
import GTFSStore

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "The rules that an import holds feeds against, and how to mend what breaks them.",
    discussion: "Example:\n  antenne rules transfer\n  antenne rules --json")

  @Argument(help: "Only rules whose code contains this.")
  var code: String?

  @Flag(help: "Print as JSON.")
  var json = false

  func run() async throws {
    let rules = Rule.all.filter { rule in code.map { rule.code.contains($0) } ?? true }
    if json {
      Console.write(try JSONText.encode(rules))
      return
    }
    for rule in rules {
      let repair = rule.isRepairable ? ", mended by --repair" : ""
      Console.write(
        """
        \(rule.code) (\(rule.severity.rawValue)\(repair))
          \(rule.requirement)
          where: \(rule.reference)
          mend: \(rule.remedy)

        """)
    }
    if rules.isEmpty { Console.note("antenne: no rule has a code with '\(code ?? "")'") }
  }
}
