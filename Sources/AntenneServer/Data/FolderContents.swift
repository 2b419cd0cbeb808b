import Foundation
import Impact

/// The runs and scenarios below the data folder, found without following a link.
struct FolderContents: Sendable {
  /// Paths below the folder, in their order.
  private(set) var runs: [String] = []
  private(set) var scenarios: [String] = []
  /// Whether there may be more than was looked at.
  private(set) var isTruncated = false
  private var looked = 0

  init(_ folder: DataFolder) {
    visit(folder.root, below: "", depth: 0)
    if runs.count > Limits.listed || scenarios.count > Limits.listed { isTruncated = true }
    runs = Array(runs.sorted().prefix(Limits.listed))
    scenarios = Array(scenarios.sorted().prefix(Limits.listed))
  }

  private mutating func visit(_ path: String, below prefix: String, depth: Int) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    if depth > 0, names.contains(RunResult.fileName) { return runs.append(prefix) }
    for name in names.sorted() {
      let id = prefix.isEmpty ? name : prefix + "/" + name
      guard DataFolder.isPlainPath(id) else { continue }
      guard looked < Limits.entries else { return isTruncated = true }
      looked += 1
      switch DataFolder.type(path + "/" + name) {
      case .typeDirectory?:
        guard depth < Limits.depth else { isTruncated = true; continue }
        visit(path + "/" + name, below: id, depth: depth + 1)
      case .typeRegular? where DataFolder.isScenario(name):
        scenarios.append(id)
      default: continue
      }
    }
  }
}
