import ArgumentParser
import Foundation
import Synchronization

/// How far long work is, on stderr: a line with rate and time left for a person, lines of JSON for a
/// program.
final class Progress: Sendable {
  enum Style: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// Silent when stderr is not a terminal.
    case terminal
    /// `{"progress":{"done":3,"step":"route","total":10,"unit":"workplaces by car"}}`
    case json
  }

  private let label: String
  private let style: Style
  private let start = ContinuousClock.now
  private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

  init(_ label: String, style: Style = .terminal) {
    self.label = label
    self.style = style
  }

  func update(_ done: Int, of total: Int?, unit: String) {
    guard style == .json || Console.isInteractive else { return }
    let now = ContinuousClock.now
    let isDue = lastShown.withLock { last in
      guard last.map({ now - $0 > .milliseconds(200) }) ?? (style == .json) || done == total else {
        last = last ?? now
        return false
      }
      last = now
      return true
    }
    guard isDue else { return }
    switch style {
    case .terminal: show(done, of: total, unit: unit, at: now)
    case .json: tell(done, of: total, unit: unit)
    }
  }

  func finish() {
    guard style == .terminal, Console.isInteractive else { return }
    FileHandle.standardError.write(Data("\n".utf8))
  }

  private func show(_ done: Int, of total: Int?, unit: String, at now: ContinuousClock.Instant) {
    let elapsed = (now - start) / .seconds(1)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    var line = "\(label): \(done)"
    if let total { line += " of \(total)" }
    line += " \(unit), \(Int(rate)) a second"
    if let total, rate > 0, done < total {
      line += ", \(Int((Double(total - done) / rate).rounded(.up))) s left"
    }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
    if done == total { finish() }
  }

  private struct Line: Encodable {
    struct Progress: Encodable {
      var step: String
      var done: Int
      var total: Int?
      var unit: String
    }

    var progress: Progress
  }

  private func tell(_ done: Int, of total: Int?, unit: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Line(progress: .init(step: label, done: done, total: total, unit: unit))
    guard let data = try? encoder.encode(line) else { return }
    Console.note(String(decoding: data, as: UTF8.self))
  }
}
