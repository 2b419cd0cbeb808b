/// What the edits have done so far, and what is wrong with them.
struct EditLog {
  private(set) var problems: [EditProblem] = []
  private(set) var effects: [EditEffect] = []
  /// What edits with a problem would have made: later ones that name it are not wrong too.
  private(set) var missing: Set<String> = []
  var effect = EditEffect()
  private var firstProblem = 0
  private var isSkipped = false

  mutating func begin() {
    effect = EditEffect()
    firstProblem = problems.count
    isSkipped = false
  }

  mutating func end(making names: [String]) {
    if isFailed { missing.formUnion(names) }
    effects.append(effect)
  }

  /// Whether the edit at hand cannot be applied.
  var isFailed: Bool { isSkipped || problems.count > firstProblem }

  mutating func report(_ code: String, _ field: String, _ value: String?, _ message: String) {
    problems.append(
      EditProblem(edit: effects.count, code: code, field: field, value: value, message: message))
  }

  /// The whole id, or a problem.
  mutating func find(
    _ id: String, in names: NameTable, _ kind: String, field: String
  ) -> String? {
    switch names.match(id) {
    case .found(let whole): return whole
    case .unknown where missing.contains(id): isSkipped = true
    case .unknown:
      report("unknown_\(kind)", field, id, "the timetable of the date has no \(kind) with this id")
    case .ambiguous(let count):
      report(
        "ambiguous_\(kind)", field, id,
        "\(count) feeds have a \(kind) with this id; write the feed's name before it, as in FEED:\(id)"
      )
    }
    return nil
  }
}

/// An edit that can be applied.
protocol EditStep: Sendable {
  /// Ids of routes and stops that it makes.
  var madeNames: [String] { get }

  /// Applies the edit, or logs at least one problem.
  func apply(to draft: inout TimetableDraft, _ log: inout EditLog)
}

extension EditStep {
  var madeNames: [String] { [] }
}

extension [EditedStop] {
  var madeNames: [String] {
    compactMap { if case .new(let id?, _, _) = $0 { id } else { nil } }
  }
}
