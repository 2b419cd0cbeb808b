extension Rule {
  /// All rules: what a finding in a feed that is imported can have as its `code`.
  public static let all: [Rule] = groups.flatMap(\.rules)

  /// The rules by what they are about, in the order in which a feed is read.
  public static let groups: [(title: String, rules: [Rule])] = [
    ("Archives and folders", archives), ("Files", files), ("Encoding", encodings),
    ("Rows and columns", rows), ("Cells", cells), ("Keys and references", keys),
    ("Agencies, routes and the feed itself", agencies), ("Calendars", calendars),
    ("Stops and stations", stops), ("Trips and their calls", trips), ("Shapes", shapes),
    ("Headways", headways), ("Transfers", transfers),
  ]

  private static let archives: [Rule] = [
    .notAZip, .damagedZip, .damagedMember, .unreadableMember, .encryptedMember,
    .unsupportedCompression, .symlinkMember, .specialFile, .unsafePath, .duplicatedMember,
    .tooManyMembers, .memberTooLarge, .archiveTooLarge, .zipBomb,
  ]

  private static let files: [Rule] = [
    .missingRequiredFile, .missingCalendar, .emptyFile, .unknownFile, .fileNameCase, .nestedFolder,
    .invalidGeoJSON, .fileTooLarge,
  ]

  private static let encodings: [Rule] = [
    .byteOrderMark, .utf16File, .invalidUTF8, .zeroByte, .mixedLineEnds,
    .carriageReturns,
  ]

  private static let rows: [Rule] = [
    .wrongSeparator, .missingRequiredColumn, .duplicatedColumn, .emptyColumnName, .unknownColumn,
    .tooManyColumns,
    .recordTooLong, .unclosedQuote, .strayQuote, .missingCells, .extraCells, .blankLine,
  ]

  private static let cells: [Rule] = [
    .missingRequiredValue, .surroundingSpaces, .numberWithSpaces, .lineBreakInValue,
    .invalidInteger, .invalidNumber, .numberOutOfRange, .unexpectedValue, .invalidTime,
    .invalidDate, .isoDate, .invalidTimezone, .invalidAmount, .invalidCurrency, .invalidColor,
    .invalidLanguage, .invalidURL, .invalidEmail,
  ]

  private static let keys: [Rule] = [.duplicateKey, .duplicatedRow, .foreignKeyViolation]

  private static let agencies: [Rule] = [
    .inconsistentTimezone, .missingAgencyID, .moreThanOneRow, .feedDatesReversed,
    .routeWithoutAgency, .routeWithoutName, .unusedRoute, .networksTwice,
  ]

  private static let calendars: [Rule] = [
    .dateRangeReversed, .feedWithoutService, .serviceWithoutDays, .serviceOutsideValidity,
    .unusedService,
  ]

  private static let stops: [Rule] = [
    .missingStopName, .missingCoordinate, .zeroCoordinate, .stopOutsideArea, .missingParent,
    .parentNotStation, .stationWithParent, .unusedStop,
  ]

  private static let trips: [Rule] = [
    .feedWithoutTrips, .tripWithoutCalls, .singleCall, .tripTooLong, .callWithoutPlace,
    .callWithTwoPlaces,
    .callAtStation, .missingTripEdge, .decreasingTime, .missingWindow, .timeWithWindow,
    .decreasingShapeDistance, .stopsTooFar, .travelTooFast, .overlappingBlock,
  ]

  private static let shapes: [Rule] = [.shapeWithOnePoint, .decreasingPointDistance, .unusedShape]

  private static let headways: [Rule] = [.frequencyReversed, .overlappingFrequencies]

  private static let transfers: [Rule] = [
    .transferWithoutStops, .transferWithoutTrips, .transferWithoutTime, .transferToNowhere,
  ]
}
