### Discrepancies between claims that no arithmetic can confront, and why.

unchecked-disc-captured-another = Who was captured is no quantity.
unchecked-disc-case-names = Spellings of a name.
unchecked-disc-fond-9-two-archives = Shelf marks of one fond in two archives.
unchecked-disc-lists-omit-two = What a list of works leaves out.
unchecked-disc-opium-bracket = A bracket; the distances are the same either way.
unchecked-disc-opium-which-side = On which side a field lies cannot be told without its position.
unchecked-disc-panfilov-in-1927 = A name younger than the report.
unchecked-disc-place-spellings = Spellings of names.
unchecked-disc-source-base-fond-20 = Numbers of fonds.
unchecked-disc-tea-sold-and-confiscated = What a verdict lists is no quantity.
unchecked-disc-title-span = The years of a title.
unchecked-disc-unit-49-names = Two ranks of one unit in two reports.
unchecked-disc-ush-bulak-sector = Ush-Bulak has no position, so its sector cannot be told.
