/// The text of `store_timings.times`: see `CallStorage`.
enum TimingText {
  static let digits = CallStorage.timeDigits

  static func append(_ seconds: Int?, to text: inout [UInt8]) {
    guard var rest = seconds else {
      text.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: digits))
      return
    }
    let end = text.count + digits
    text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: digits))
    var place = end - 1
    while rest > 0, place >= end - digits {
      text[place] += UInt8(rest % 10)
      rest /= 10
      place -= 1
    }
  }

  static func callCount(_ text: Span<UInt8>) -> Int { text.count / (2 * digits) }

  /// Arrival and departure of a call after the start; `nil` where the feed has none.
  static func call(_ index: Int, _ text: Span<UInt8>) -> (arrival: Int?, departure: Int?) {
    (seconds(text, at: 2 * index), seconds(text, at: 2 * index + 1))
  }

  private static func seconds(_ text: Span<UInt8>, at index: Int) -> Int? {
    var value = 0
    for place in index * digits..<(index + 1) * digits {
      guard text[place] >= 0x30, text[place] <= 0x39 else { return nil }
      value = value * 10 + Int(text[place] - 0x30)
    }
    return value
  }

  /// Seconds of the service day as `HH:MM:SS`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
