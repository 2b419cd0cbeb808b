import Findings
import Foundation

/// What runs write in English (notes, sources, units, names of parameters) in the language of a report.
///
/// Each entry has a pattern and what it is in every language. A placeholder `{x}` stands for a number,
/// or for something that the book has or that is a list of such things; `{@x}` for anything, as names.
/// Clauses with semicolons between them may each be an entry. A text that no entry fits is no loss: it
/// is shown as it is, as English.
struct Phrasebook: Sendable {
  private struct Entry: Decodable {
    /// The pattern, where it is another than the English text, as for names of parameters.
    var of: String?
    var en: String
    var nl: String
    var fr: String
  }

  private struct Phrase: Sendable {
    var pattern: [PhrasePart]
    var text: [PhrasePart]
  }

  private let fixed: [String: String]
  private let phrases: [Phrase]
  private let numbers: NumberStyle
  private let betweenClauses: String
  /// Nothing that runs write is longer, or has so many parts that are looked for: both bound what a
  /// text made to nest can cost.
  private static let longest = 2000
  private static let mostParts = 100

  init(_ language: ReportLanguage) throws(Failure) {
    let entries: [Entry]
    do {
      entries = try JSONDecoder().decode([Entry].self, from: Data(PackageResources.phrases_json))
    } catch {
      throw .defect("the phrases of reports are not readable: \(error)")
    }
    var (fixed, phrases) = ([String: String](), [Phrase]())
    for entry in entries {
      let text =
        switch language {
        case .en: entry.en
        case .nl: entry.nl
        case .fr: entry.fr
        }
      let pattern = PhrasePart.parts(of: entry.of ?? entry.en)
      if pattern.contains(where: \.isPlaceholder) {
        phrases.append(Phrase(pattern: pattern, text: PhrasePart.parts(of: text)))
      } else {
        fixed[entry.of ?? entry.en] = text
      }
    }
    self.fixed = fixed
    self.phrases = phrases
    numbers = language.numbers
    betweenClauses = language == .fr ? "\u{202F}; " : "; "
  }

  /// The text in the language of the report; `nil` where the book does not have it.
  func find(_ text: String) -> String? {
    var parts = Self.mostParts
    return find(text, &parts)
  }

  /// - Parameter parts: how many may still be looked for.
  private func find(_ text: String, _ parts: inout Int) -> String? {
    if let text = fixed[text] { return text }
    guard text.utf8.count <= Self.longest, parts > 0 else { return nil }
    parts -= 1
    for phrase in phrases {
      if let captures = PhrasePart.match(phrase.pattern, text),
        let output = fill(phrase.text, captures, &parts)
      {
        return output
      }
    }
    let clauses = text.components(separatedBy: "; ")
    let found = clauses.count > 1 ? clauses.compactMap { find($0, &parts) } : []
    return found.count == clauses.count ? found.joined(separator: betweenClauses) : nil
  }

  private func fill(
    _ phrase: [PhrasePart], _ captures: [String: PhrasePart.Capture], _ parts: inout Int
  ) -> String? {
    var output = ""
    for part in phrase {
      switch part {
      case .words(let words): output += words
      case .name(let name), .value(let name):
        guard let capture = captures[name],
          let text = capture.isName
            ? find(capture.text, &parts) ?? capture.text : value(capture.text, &parts)
        else { return nil }
        output += text
      }
    }
    return output
  }

  /// A number as the language writes it, something that the book has, or a list of such things.
  private func value(_ text: String, _ parts: inout Int) -> String? {
    if let number = numbers.rewritten(text) { return number }
    if let found = find(text, &parts) { return found }
    let items = text.split(separator: ", ", omittingEmptySubsequences: false).map(String.init)
    guard items.count > 1 else { return nil }
    let found = items.compactMap { numbers.rewritten($0) ?? find($0, &parts) }
    return found.count == items.count ? found.joined(separator: ", ") : nil
  }
}

extension NumberStyle {
  /// `1234.50` as the language writes it, with as many decimals, and a time of day as it is; `nil`
  /// for what is neither.
  func rewritten(_ text: String) -> String? {
    if text.wholeMatch(of: /\d\d:\d\d(:\d\d)?/) != nil { return text }
    let digits = text.drop { $0 == "-" || $0 == "\u{2212}" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count) && text.count - digits.count <= 1 && text.count <= 18
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    guard isNumber, let value = Double(digits) else { return nil }
    let decimals = parts.count == 2 ? min(9, parts[1].count) : 0
    return self.text(digits.count < text.count ? -value : value, decimals: decimals)
  }
}
