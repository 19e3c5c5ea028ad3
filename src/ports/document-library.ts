/** Where a file lies, in the words of the committee: LUU SOSU-AMU / 2023 / 2023-12-08 / Referat / name. */
export type DocumentPlace = {
  readonly committee: string;
  /** ISO date of the meeting; gives the year's and the meeting's folder. */
  readonly meetingDate: string;
  readonly folder: 'Dagsorden' | 'Referat' | 'Bilag' | 'Kilder';
  /** File name with ending, any characters; the library makes it safe and keeps the full title beside it. */
  readonly name: string;
};

/** The columns of the library. Absent ones are left as they are. */
export type DocumentMetadata = Readonly<
  Partial<{
    committee: string;
    meetingDate: string;
    documentType: 'Dagsorden' | 'Referat' | 'Bilag' | 'Kilde';
    item: number;
    annexNumber: string;
    status: string;
    version: number;
    deadline: string;
    approved: string;
    organisation: string;
    theme: string;
    sha256: string;
    title: string;
  }>
>;

export type LibraryDocument = {
  readonly documentId: string;
  /** A link that opens the file for a person. */
  readonly href: string;
  /** Folder path and name, segments separated by "/". */
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the bytes as they lie now. */
  readonly sha256: string;
  /** How often the bytes have been replaced, from 1. */
  readonly edition: number;
  readonly modified: Temporal.Instant;
  readonly metadata: DocumentMetadata;
};

export type FileRequest = {
  /** One file an operation id: the same id again gives the same file, whatever happened in between. */
  readonly operationId: string;
  readonly place: DocumentPlace;
  readonly bytes: Uint8Array;
  readonly metadata: DocumentMetadata;
  /**
   * `keep`: a file that is there under this operation id stays as it is (a person may have edited it).
   * `replace`: its bytes become a new edition, earlier editions are kept; PortFailure 'conflict' if a person has changed
   * it since the bytes `basedOn`.
   */
  readonly existing: 'keep' | 'replace';
  /** With `replace`: SHA-256 of the bytes this replacement was made from. Absent: the bytes we ourselves last wrote. */
  readonly basedOn?: string;
};

/**
 * The archive. Never deletes. Throws `PortFailure`: 'locked' (open in Word), 'conflict', 'gone', 'denied', 'unavailable'.
 */
export interface DocumentLibrary {
  file(request: FileRequest): Promise<LibraryDocument>;
  find(operationId: string): Promise<LibraryDocument | undefined>;
  /** The newest bytes. Throws 'gone' when a person removed the file. */
  read(documentId: string): Promise<{ readonly document: LibraryDocument; readonly bytes: Uint8Array }>;
  /** Sets columns; no new edition of the bytes. */
  stamp(documentId: string, metadata: DocumentMetadata): Promise<void>;
  /** All files, by path. */
  list(): Promise<readonly LibraryDocument[]>;
}
