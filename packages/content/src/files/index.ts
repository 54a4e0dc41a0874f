export {
  type FileItem,
  type FileProblem,
  type FileProblemCode,
  fileLimits,
  fileProblemCodes,
  placeInFile,
  type ReadFile,
} from "./file-item.ts";
export { readContentFile } from "./read-content-file.ts";
export { writeWorkbook } from "./workbook.ts";
export { writeYaml } from "./yaml-file.ts";
