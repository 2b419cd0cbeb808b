/// Colours that stay apart when they are printed in black and white.
enum Ink {
  static let text = "#1b2733"
  static let quiet = "#5b6770"
  static let rule = "#c9d1d8"
  static let paper = "#ffffff"
  static let land = "#f2f1ed"
  /// Gains: one strong blue.
  static let gain = "#1f5f99"
  /// Losses: always hatched as well.
  static let loss = "#b35309"
  static let siteFill = "#ffd23f"
  /// From little to much saved; lightness falls in even steps.
  static let scale = ["#e6eff7", "#b5d0e8", "#77abd4", "#3579b1", "#0d3b6e"]
}

/// Classes of minutes saved: below zero, then five classes of equal width, the last one open.
struct SavingScale {
  /// Minutes between the breaks.
  let stepMinutes: Int

  /// The narrowest round step that leaves at most 5 % of the people to the last class.
  init(_ values: [(minutes: Double, people: Double)]) {
    let total = values.reduce(0) { $0 + $1.people }
    stepMinutes =
      [1, 2, 3, 5, 10, 15, 20].first { step in
        let beyond = values.reduce(0) {
          $1.minutes >= Double(step * (Ink.scale.count - 1)) ? $0 + $1.people : $0
        }
        return beyond <= total * 0.05
      } ?? 30
  }

  /// Position in `Ink.scale`; `nil` is a loss.
  func level(_ minutes: Double) -> Int? {
    guard minutes >= 0 else { return nil }
    return Int(min(Double(Ink.scale.count - 1), minutes / Double(stepMinutes)))
  }

  func label(_ level: Int) -> String {
    let from = level * stepMinutes
    return level == Ink.scale.count - 1 ? "≥ \(from)" : "\(from) – \(from + stepMinutes)"
  }
}

/// Round numbers for an axis.
enum Ticks {
  /// Multiples of 1, 2, 2.5 (from 25 on) or 5 times a power of ten from `low` to `high`, about `count` of them.
  static func values(from low: Double, to high: Double, count: Int = 5) -> [Double] {
    guard high > low, low.isFinite, high.isFinite, count > 0 else { return [low] }
    let raw = (high - low) / Double(count)
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    while power > raw { power /= 10 }
    let steps = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10]
    let step = steps.map { $0 * power }.first { $0 >= raw } ?? raw
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    return first <= last ? stride(from: first, through: last, by: 1).map { $0 * step } : [low]
  }
}
