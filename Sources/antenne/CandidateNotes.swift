import Candidates
import PrincipalRoads
import Routing
import Surroundings
import Synchronization

/// What must be said with the table: what was dropped, and the fallbacks that rows stand on.
struct CandidateNotes {
  private(set) var lines: [String] = []

  init(
    _ rows: [CandidateDescription], _ separation: Separation, _ sources: CandidateSourceOptions,
    _ describer: CandidateDescriber
  ) {
    let counts = CandidateSource.allCases.compactMap { source in
      let count = rows.count { $0.candidate.source == source }
      return count == 0 ? nil : "\(source.rawValue) \(count)"
    }
    lines.append("candidates: " + counts.joined(separator: ", "))
    if sources.apart > 0 {
      lines.append(
        "\(separation.droppedCount) dropped that are less than \(Int(sources.apart)) m on foot from "
          + "another, \(separation.straightLineCount) of them by the straight line")
    }
    lines.append("walks: " + describer.walking.basis.sentence)
    lines.append("drives at 08:00: " + describer.car.basisSentence)
    lines.append("exits: those of \(PrincipalRoads.sourceName)")
    let assumed = describer.courses.assumedLines.sorted().map {
      describer.courses.network.lines[$0].name
    }
    if !assumed.isEmpty {
      lines.append(
        "taken to have their own right of way, as trains and metros have, for no row of the line "
          + "attributes is of them: " + assumed.joined(separator: ", "))
    }
    if describer.courses.network.isModel { lines.append("the timetable is a model") }
    lines += fallbacks(rows)
  }

  /// How many rows have each note.
  private func fallbacks(_ rows: [CandidateDescription]) -> [String] {
    let kinds = rows.flatMap(\.notes).map { $0.split(separator: ",")[0] }
    return Dictionary(grouping: kinds) { $0 }.sorted { $0.key < $1.key }.map {
      "\($0.value.count) of \(rows.count) rows: \($0.key)"
    }
  }
}

/// One line after the other for each step.
final class CandidateProgress: Sendable {
  private let current = Mutex<(what: String, progress: Progress)?>(nil)

  func update(_ what: String, _ done: Int, _ total: Int) {
    let progress = current.withLock { current in
      if let known = current, known.what == what { return known.progress }
      let fresh = Progress(what)
      current = (what, fresh)
      return fresh
    }
    progress.update(done, of: total, unit: "done")
  }
}
