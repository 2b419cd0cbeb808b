/// A piece of a phrase: words, or a placeholder.
enum PhrasePart: Sendable, Equatable {
  case words(String)
  /// `{x}`: a number or something that the book has.
  case value(String)
  /// `{@x}`: anything.
  case name(String)

  /// What stands at a placeholder.
  struct Capture: Equatable {
    var text: String
    var isName: Bool
  }

  var isPlaceholder: Bool {
    if case .words = self { return false }
    return true
  }

  static func parts(of text: String) -> [PhrasePart] {
    var (parts, rest) = ([PhrasePart](), text[...])
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.words(String(rest[..<open]))) }
      let name = rest[rest.index(after: open)..<close]
      parts.append(name.hasPrefix("@") ? .name(String(name.dropFirst())) : .value(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? parts : parts + [.words(String(rest))]
  }

  /// What stands at each placeholder, which ends where the words behind it are first found; the last
  /// words must end the text. `nil` where the pattern does not fit.
  static func match(_ pattern: [PhrasePart], _ text: String) -> [String: Capture]? {
    var (captures, rest) = ([String: Capture](), text[...])
    var open: (name: String, isName: Bool)?
    for (index, part) in pattern.enumerated() {
      switch part {
      case .value(let name): open = (name, false)
      case .name(let name): open = (name, true)
      case .words(let words):
        let isLast = index == pattern.count - 1
        guard let range = find(words, in: rest, isLast: isLast, isOpen: open != nil) else {
          return nil
        }
        if let open {
          captures[open.name] = Capture(
            text: String(rest[..<range.lowerBound]), isName: open.isName)
        }
        rest = rest[range.upperBound...]
        open = nil
      }
    }
    if let open {
      captures[open.name] = Capture(text: String(rest), isName: open.isName)
      rest = rest[rest.endIndex...]
    }
    return rest.isEmpty && captures.values.allSatisfy { !$0.text.isEmpty } ? captures : nil
  }

  private static func find(
    _ words: String, in text: Substring, isLast: Bool, isOpen: Bool
  ) -> Range<Substring.Index>? {
    guard isOpen else {
      return text.hasPrefix(words)
        ? text.startIndex..<text.index(text.startIndex, offsetBy: words.count) : nil
    }
    guard isLast else { return text.firstRange(of: words) }
    return text.hasSuffix(words)
      ? text.index(text.endIndex, offsetBy: -words.count)..<text.endIndex : nil
  }
}
