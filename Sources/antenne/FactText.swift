import SeedFacts
import TabularText

/// Facts as tables for people.
enum FactText {
  static func text(_ facts: SeedFacts) -> String {
    var text = SeedFacts.topics.map { topic in
      section(topic, facts.facts.filter { $0.topic == topic })
    }.joined(separator: "\n")
    text += "\nlines: \(facts.network)\n"
    if facts.isModelNetwork {
      text += "The model network's stations are too rough for a limit of 200 m.\n"
    }
    text += list("in the line attributes, no trip here", facts.linesWithoutTrip)
    text += list("here, not in the line attributes", facts.linesWithoutAttributes)
    if facts.longSectionCount > 0 {
      text +=
        "\(facts.longSectionCount) sections between stops more than 3 km apart were not drawn\n"
    }
    return text + "\n" + distances(facts.lineDistances)
  }

  /// Longer notes stand below their table.
  private static let noteWidth = 50

  private static func section(_ topic: String, _ facts: [Fact]) -> String {
    let rows = facts.map { fact in
      [
        fact.title, fact.documentText, fact.oursText, fact.unit, fact.agreement.rawValue,
        fact.note.count <= noteWidth ? fact.note : "",
      ]
    }
    let table = TextTable.text(header: ["", "document", "ours", "", "", ""], rows: rows)
    let notes = facts.filter { $0.note.count > noteWidth }.map { "  \($0.title): \($0.note)\n" }
    let flags = facts.compactMap { fact in
      fact.contradiction.map { "! \(fact.title): \($0)\n" }
    }
    return topic.uppercased() + "\n" + table + notes.joined() + flags.joined()
  }

  private static func list(_ title: String, _ names: [String]) -> String {
    names.isEmpty ? "" : "\(title): \(names.joined(separator: "; "))\n"
  }

  /// The workspaces that are not surely near a line.
  private static func distances(_ all: [LineDistance]) -> String {
    func meters(_ value: Double?) -> String { value.map { CSVWriter.fixed($0, 0) } ?? "–" }
    let rows = all.filter { $0.section.verdict != .yes || $0.stop.verdict != .yes }.map { site in
      [
        site.name, meters(site.precisionMeters), meters(site.section.sureMeters),
        meters(site.section.possibleMeters), site.section.verdict.rawValue,
        meters(site.stop.sureMeters), meters(site.stop.possibleMeters), site.stop.verdict.rawValue,
        site.stop.stop ?? "", site.section.line,
      ]
    }
    guard !rows.isEmpty else { return "" }
    let header = [
      "not surely near", "± m", "sure line", "any line", "", "sure stop", "any stop", "",
      "nearest stop", "nearest line",
    ]
    return TextTable.text(header: header, rows: rows)
  }
}
