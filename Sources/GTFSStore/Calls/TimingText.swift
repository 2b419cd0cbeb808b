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

  /// Seven digits as one word: most of the time of a load would go into them one by one.
  private static func seconds(_ text: Span<UInt8>, at index: Int) -> Int? {
    let start = index * digits
    precondition(start >= 0 && start + digits <= text.count)
    // The eighth byte, the lowest, is the one before; it becomes a leading zero. Before the first
    // digit there is none, and there a byte of the departure is shifted out.
    guard text.count >= 8 else { return nil }
    let word =
      start == 0 ? text.word(at: 0) << 8 | 0x30 : text.word(at: start - 1) & ~0xFF | 0x30
    // Digits have 3 in the upper half, and still have it when 6 is added.
    let upper: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard word & upper == 0x3030_3030_3030_3030,
      (word &+ 0x0606_0606_0606_0606) & upper == 0x3030_3030_3030_3030
    else { return nil }
    // Neighbours are put together: digits, pairs, fours.
    let single = word & 0x0F0F_0F0F_0F0F_0F0F
    let pairs = (single &* 10 &+ single >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int((fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  /// Seconds of the service day as `HH:MM:SS`.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}

extension Span<UInt8> {
  /// Eight bytes, the first one lowest.
  fileprivate func word(at start: Int) -> UInt64 {
    precondition(start >= 0 && start + 8 <= count)
    return UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }
}
