import GRDB

extension DatabaseValue {
  /// The value as a cell of a file has it; `nil` for NULL.
  var text: String? {
    switch storage {
    case .null, .blob: nil
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): text
    }
  }
}
