public import Findings
import Foundation
public import TransitRouting

extension Scenario {
  /// A change of the base timetable, as the file has it.
  public struct Edit: Sendable {
    public var edit: TimetableEdit
    /// `add-trips` and so on.
    public var type: String
    /// What the analyst calls it; empty without a name.
    public var name: String
    /// The line of every key and item, by its path in the edit; the edit itself is the empty path.
    public var lines: [String: Int]

    public init(_ edit: TimetableEdit, type: String, name: String = "", lines: [String: Int] = [:])
    {
      self.edit = edit
      self.type = type
      self.name = name
      self.lines = lines
    }
  }

  /// A timetable with the scenario's edits, and what they have changed.
  public struct EditedBase: Sendable {
    public var timetable: Timetable
    public var draws: PhaseDraws?
    public var notes: [Finding]
  }

  /// Applies the edits.
  /// - Throws: `unusableData` with everything that is wrong with all of them.
  public func edited(
    _ timetable: Timetable, draws: PhaseDraws?
  ) throws(Failure) -> EditedBase {
    guard !edits.isEmpty else { return EditedBase(timetable: timetable, draws: draws, notes: []) }
    do throws(EditErrors) {
      let edited = try EditedTimetable(timetable, draws: draws, edits.map(\.edit))
      return EditedBase(
        timetable: edited.timetable, draws: edited.draws,
        notes: notes(edited, hadDraws: draws != nil))
    } catch {
      throw .unusableData(findings(error.problems, timetable))
    }
  }

  private func findings(_ problems: [EditProblem], _ timetable: Timetable) -> [Finding] {
    let stops = Set(timetable.stops.map(\.id)).sorted()
    let routes = Set(timetable.routes.map(\.id)).sorted()
    return problems.enumerated().map { position, problem in
      // A search for the nearest of thousands of ids is worth its time for the first few.
      let isSuggesting = position < 10
      let names =
        switch problem.code {
        case "unknown_stop" where isSuggesting: stops
        case "unknown_route" where isSuggesting: routes
        default: [String]()
        }
      let nearest = problem.value.flatMap { nearestName(to: $0, among: names) }
      return Finding(
        problem.code, file: file, line: edits[problem.edit].line(of: problem.field),
        field: "edits[\(problem.edit)].\(problem.field)", value: problem.value,
        message: problem.message, remedy: nearest.map { "did you mean \($0)?" })
    }
  }

  private func notes(_ edited: EditedTimetable, hadDraws: Bool) -> [Finding] {
    var notes = zip(edits, edited.effects).enumerated().map { position, pair in
      let (edit, effect) = pair
      return Finding(
        "timetable_edit", effect.shortHops > 0 ? .warning : .info, file: file,
        line: edit.line(of: ""), field: "edits[\(position)]", value: edit.title,
        message: effect.sentence)
    }
    if edited.brokenLinks > 0 {
      notes.append(
        Finding(
          "edited_link", .warning, file: file, field: "edits",
          message: "passengers could stay seated from a trip to the next one of its vehicle, and "
            + "cannot after the edits", count: edited.brokenLinks))
    }
    if !hadDraws, let rows = edited.draws?.rows.count {
      notes.append(
        Finding(
          "random_phase", .info, file: file, field: "edits",
          message: "trips without exact times run at random phases: \(draws.count) draws, "
            + "seed \(draws.seed)", count: rows))
    }
    return notes
  }
}

extension Scenario.Edit {
  /// `adjust-speed, Faster metro`.
  public var title: String { name.isEmpty ? type : "\(type), \(name)" }

  /// The line of a field; of what it is in, where it is missing.
  func line(of field: String) -> Int? {
    var path = field
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path = path.lastIndex { $0 == "." || $0 == "[" }.map { String(path[..<$0]) } ?? ""
    }
    return lines[""]
  }
}

extension EditEffect {
  /// What was changed, for the notes of a run.
  public var sentence: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String? {
      number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }
    func trips(_ trips: Int, _ rows: Int, _ what: String) -> String? {
      let parts = [
        count(trips, "trip", "trips"), count(rows, "row of a headway", "rows of a headway"),
      ].compactMap { $0 }
      return parts.isEmpty ? nil : parts.joined(separator: " and ") + " \(what)"
    }
    let parts = [
      trips(addedTrips, addedRows, "added"), trips(removedTrips, removedRows, "removed"),
      trips(changedTrips, changedRows, "changed"), count(addedStops, "new stop", "new stops"),
      count(unfit, "selected trip", "selected trips").map { "\($0) not concerned" },
      count(shortHops, "hop", "hops").map {
        "\($0) shorter than what should be saved, now taking no time"
      },
    ].compactMap { $0 }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: "; ")
  }
}
