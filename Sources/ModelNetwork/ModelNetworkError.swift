/// What is wrong with a table of the model network, and where.
public struct ModelNetworkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The table, such as `lines.csv`.
  public let file: String
  /// The line in the table, counted from 1 (the heading).
  public let line: Int
  /// What is wrong, as the end of a sentence about that line.
  public let message: String

  public var description: String { "\(file):\(line): \(message)" }
}
